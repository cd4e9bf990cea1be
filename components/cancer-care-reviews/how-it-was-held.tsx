import { Checkboxes } from '@/components/nhs/checkboxes'
import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { REVIEW_MODE_LABELS } from '@/lib/cancer-care-reviews/recording-labels'
import type { ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import { ReviewMode } from '@/lib/platform/prisma-client/enums'
import { typedDateValue } from './typed-date-value'

const MODES = Object.values(ReviewMode)

/** When, how, and with whom: in one row, so that the review fits a screen. */
export function HowItWasHeld({ draft }: { draft: ReviewDraft }) {
  return (
    <div className="app-compact__line">
      <DateInput name="heldOn" label="When was it held?" value={typedDateValue(draft.heldOn)} />
      <Radios
        name="mode"
        label="How?"
        value={draft.mode}
        small
        inline
        items={MODES.map((value) => ({ value, label: REVIEW_MODE_LABELS[value] }))}
      />
      <Checkboxes
        name="carerPresent"
        label="Who else?"
        values={draft.carerPresent ? ['on'] : []}
        small
        items={[{ value: 'on', label: 'Carer or family' }]}
      />
    </div>
  )
}
