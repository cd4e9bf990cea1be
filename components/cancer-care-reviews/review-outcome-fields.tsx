import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import { typedDateValue } from './typed-date-value'

/** What came of it, who may read that, and when they speak again. */
export function ReviewOutcomeFields({ draft }: { draft: ReviewDraft }) {
  return (
    <section>
      <div className="app-compact__line">
        <TextArea
          name="outcomeSummary"
          label="What came of it, in a sentence or two. The next review begins with this"
          labelSize="s"
          rows={2}
          value={draft.outcomeSummary}
        />
        <DateInput
          name="nextReviewOn"
          label="Next review, if agreed"
          value={typedDateValue(draft.nextReviewOn)}
        />
      </div>
      <div className="app-compact__aside">
        <Radios
          name="isShared"
          label="May the hospital team read this and the actions? It never reads your notes"
          value={draft.isShared}
          small
          inline
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, only that a review was held' },
          ]}
        />
      </div>
    </section>
  )
}
