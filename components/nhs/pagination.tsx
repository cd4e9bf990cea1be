import { classNames } from './class-names'
import { Icon } from './icon'

type Props = {
  page: number
  pageCount: number
  /** The address of a page, with filters and order kept. */
  hrefFor: (page: number) => string
}

const shownEachSide = 2

/** Page numbers to show: the first, the last, and those about the current one; null stands for those left out. */
export function pagesToShow(page: number, pageCount: number): (number | null)[] {
  const shown = new Set([1, pageCount])
  for (let near = page - shownEachSide; near <= page + shownEachSide; near++) {
    if (near >= 1 && near <= pageCount) shown.add(near)
  }
  const pages: (number | null)[] = []
  let before = 0
  for (const next of [...shown].sort((one, other) => one - other)) {
    if (next === before + 2) pages.push(before + 1)
    else if (next > before + 1) pages.push(null)
    pages.push(next)
    before = next
  }
  return pages
}

/** Numbered pages of a list; nothing when there is only one. */
export function Pagination({ page, pageCount, hrefFor }: Props) {
  if (pageCount < 2) return null
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" role="navigation" aria-label="Pagination">
      {page > 1 ? (
        <a href={hrefFor(page - 1)} className="nhsuk-pagination__previous" rel="prev">
          <Icon name="arrow-left" />
          <StepTitle>Previous</StepTitle>
        </a>
      ) : null}
      <ul className="nhsuk-pagination__list">
        {pagesToShow(page, pageCount).map((shown, index) =>
          shown === null ? (
            <li className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis" key={`gap-${index}`}>
              ⋯
            </li>
          ) : (
            <li
              className={classNames(
                'nhsuk-pagination__item',
                shown === page && 'nhsuk-pagination__item--current',
              )}
              key={shown}
            >
              <a
                className="nhsuk-pagination__link"
                href={hrefFor(shown)}
                aria-label={`Page ${shown}`}
                aria-current={shown === page ? 'page' : undefined}
              >
                {shown}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pageCount ? (
        <a href={hrefFor(page + 1)} className="nhsuk-pagination__next" rel="next">
          <StepTitle>Next</StepTitle>
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  )
}

function StepTitle({ children }: { children: string }) {
  return (
    <span className="nhsuk-pagination__title">
      {children}
      <span className="nhsuk-u-visually-hidden"> page</span>
    </span>
  )
}
