import { Icon } from '@/components/nhs/icon'

type Props = {
  /** Address of the first page; null on it. */
  first: string | null
  /** Address of the next page; null on the last. */
  next: string | null
}

/** Links of a list that is gone through from the front: what is done leaves it, so that pages have no numbers. */
export function NextPage({ first, next }: Props) {
  if (!first && !next) return null
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" role="navigation" aria-label="Pagination">
      {first ? (
        <a href={first} className="nhsuk-pagination__previous">
          <Icon name="arrow-left" />
          <span className="nhsuk-pagination__title">First page</span>
        </a>
      ) : null}
      {next ? (
        <a href={next} className="nhsuk-pagination__next" rel="next">
          <span className="nhsuk-pagination__title">Next page</span>
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  )
}
