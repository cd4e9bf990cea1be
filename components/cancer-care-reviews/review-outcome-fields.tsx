import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import { typedDateValue } from './typed-date-value'

/** What came of it, who may read that, and when they speak again. */
export function ReviewOutcomeFields({ draft }: { draft: ReviewDraft }) {
  return (
    <section>
      <h2 className="text-2xl">What came of it</h2>
      <TextArea
        name="outcomeSummary"
        label="In a sentence or two"
        hint="The next review begins with this"
        rows={2}
        value={draft.outcomeSummary}
      />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_19rem] lg:gap-8">
        <Radios
          name="isShared"
          label="May the hospital team read what came of it, and the actions?"
          hint="Never your notes above. What you ask of a hospital team it reads in any case"
          value={draft.isShared}
          small
          inline
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, only that a review was held' },
          ]}
        />
        <DateInput
          name="nextReviewOn"
          label="When do you speak again?"
          hint="Leave empty if that is not agreed"
          value={typedDateValue(draft.nextReviewOn)}
        />
      </div>
    </section>
  )
}
