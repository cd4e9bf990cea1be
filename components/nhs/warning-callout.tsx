import type { ReactNode } from 'react'

const usualHeading = 'Important'

type Props = { heading?: string; headingLevel?: 2 | 3 | 4; children: ReactNode }

/** Something to know before acting. At most one on a page. */
export function WarningCallout({ heading = usualHeading, headingLevel = 3, children }: Props) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <Heading className="nhsuk-card__heading">
          {heading === usualHeading ? (
            heading
          ) : (
            <span>
              <span className="nhsuk-u-visually-hidden">{usualHeading}: </span>
              {heading}
            </span>
          )}
        </Heading>
        {children}
      </div>
    </div>
  )
}
