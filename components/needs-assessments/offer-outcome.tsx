import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { OUTCOME_FOLLOW_UP } from '@/lib/needs-assessments/labels'
import { ASSESSMENT_OFFER_OUTCOMES } from '@/lib/nhs/code-lists/assessment-offer-outcome'

const REASONS = {
  not_offered: <TextArea name="notOfferedReason" label="Why was it not offered?" rows={3} />,
  unable: <TextArea name="unableReason" label="Why can it not be done?" rows={3} />,
}

/** What came of the offer, each with what follows from it. */
export function OfferOutcome({ daysAfterOffer }: { daysAfterOffer: number }) {
  return (
    <Radios
      name="outcome"
      label="What came of it?"
      items={ASSESSMENT_OFFER_OUTCOMES.codes.map((value) => ({
        value,
        label: ASSESSMENT_OFFER_OUTCOMES.label(value),
        hint: OUTCOME_FOLLOW_UP[value](daysAfterOffer),
        conditional: value === 'not_offered' || value === 'unable' ? REASONS[value] : undefined,
      }))}
    />
  )
}
