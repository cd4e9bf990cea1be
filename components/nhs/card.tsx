import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { TextSize } from './label'

type Props = {
  heading?: ReactNode
  headingLevel?: 2 | 3 | 4
  headingSize?: TextSize
  /** Makes the heading a link to more about it. */
  href?: string
  variant?: 'feature' | 'secondary'
  children?: ReactNode
}

/** A section in a box. */
export function Card({ heading, headingLevel = 2, headingSize, href, variant, children }: Props) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={classNames('nhsuk-card', variant && `nhsuk-card--${variant}`)}>
      <div className="nhsuk-card__content">
        {heading ? (
          <Heading
            className={classNames('nhsuk-card__heading', headingSize && `nhsuk-heading-${headingSize}`)}
          >
            {href ? (
              <a className="nhsuk-card__link" href={href}>
                {heading}
              </a>
            ) : (
              heading
            )}
          </Heading>
        ) : null}
        {children}
      </div>
    </div>
  )
}
