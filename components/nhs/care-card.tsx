import type { ReactNode } from 'react'

const urgencyWords = {
  'non-urgent': 'Non-urgent advice: ',
  urgent: 'Urgent advice: ',
  emergency: 'Immediate action required: ',
} as const

type Props = {
  urgency: keyof typeof urgencyWords
  heading: string
  headingLevel?: 2 | 3
  children: ReactNode
}

/** Tells a person whom to call and when. Every page for patients has one. */
export function CareCard({ urgency, heading, headingLevel = 2, children }: Props) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={`nhsuk-card nhsuk-card--care nhsuk-card--care--${urgency}`}>
      <div className="nhsuk-card__heading-container">
        <Heading className="nhsuk-card__heading">
          <span>
            <span className="nhsuk-u-visually-hidden">{urgencyWords[urgency]}</span>
            {heading}
          </span>
        </Heading>
        <span className="nhsuk-card--care__arrow" aria-hidden="true" />
      </div>
      <div className="nhsuk-card__content">{children}</div>
    </div>
  )
}
