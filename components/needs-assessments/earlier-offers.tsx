import { InsetText } from '@/components/nhs/inset-text'
import { OUTCOME_LABELS, pathwayPointLabel } from '@/lib/needs-assessments/labels'
import type { StandingOffer } from '@/lib/needs-assessments/needs-assessment'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** What came of offering it before, so that nobody asks twice without knowing. */
export function EarlierOffers({ offers }: { offers: readonly StandingOffer[] }) {
  if (offers.length === 0) return null
  return (
    <InsetText>
      <p>Offered before:</p>
      <ul>
        {offers.map(({ id, offeredOn, outcome, pathwayPoint }) => (
          <li key={id}>
            {formatDateForStaff(offeredOn)}, {pathwayPointLabel(pathwayPoint).toLowerCase()}:{' '}
            {OUTCOME_LABELS[outcome].toLowerCase()}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
