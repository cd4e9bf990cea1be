import { SummaryList } from '@/components/nhs/summary-list'
import {
  REVIEW_LENGTH_LABELS,
  REVIEW_MODE_LABELS,
  WISHES_TOLD_BY,
} from '@/lib/cancer-care-reviews/recording-labels'
import type { ReviewContent } from '@/lib/cancer-care-reviews/review-content'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { ReviewMode, ReviewLength } from '@/lib/platform/prisma-client/enums'

type Answers = {
  heldOn: CalendarDate
  mode: ReviewMode
  length: ReviewLength
  carerPresent: boolean
  outcomeSummary: string | null
  isShared: boolean
  nextReviewOn: CalendarDate | null
  content: ReviewContent | null
}

type Props = {
  answers: Answers
  code: { code: string; term: string }
  /** Who held it, where that is past. */
  heldBy?: string
}

/** A review as it was, or will be, recorded: what came of it first, then what was said. */
export function ReviewAnswers({ answers, code, heldBy }: Props) {
  const { content, nextReviewOn } = answers
  const held = [
    formatDateForStaff(answers.heldOn),
    REVIEW_MODE_LABELS[answers.mode].toLowerCase(),
    answers.carerPresent ? 'with carer or family' : null,
    heldBy ? `by ${heldBy}` : null,
  ]
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Held', value: held.filter(Boolean).join(', ') },
          { label: 'Kind', value: REVIEW_LENGTH_LABELS[answers.length].label },
          {
            label: 'What came of it',
            value: <span className="app-preserve-lines">{answers.outcomeSummary}</span>,
          },
          { label: 'Next review', value: nextReviewOn ? formatDateForStaff(nextReviewOn) : 'Not agreed' },
          {
            label: 'Hospital team',
            value: answers.isShared
              ? 'May read what came of it, and the actions'
              : 'Reads only that a review was held, and what is asked of it',
          },
          {
            label: 'SNOMED CT code',
            value: (
              <>
                <span className="app-number select-all">{code.code}</span> {code.term}
              </>
            ),
          },
        ]}
      />
      <h2>What was said</h2>
      {content ? (
        <Content content={content} />
      ) : (
        <p>What was said cannot be shown by this version of the service.</p>
      )}
    </>
  )
}

function Content({ content }: { content: ReviewContent }) {
  return (
    <>
      {content.wishes ? (
        <p>
          <strong>Wanted to talk about: </strong>
          <span className="app-preserve-lines">“{content.wishes.words}”</span>{' '}
          {WISHES_TOLD_BY[content.wishes.toldBy]}, {formatDateForStaff(content.wishes.toldOn)}
        </p>
      ) : null}
      <SummaryList
        rows={content.sections.map(({ title, ...said }) => ({ label: title, value: <Said {...said} /> }))}
      />
    </>
  )
}

function Said({ ticked, note }: Omit<ReviewContent['sections'][number], 'title' | 'code'>) {
  return (
    <>
      {ticked.map(({ label }) => label).join('; ')}
      {ticked.length > 0 && note ? <br /> : null}
      {note ? <span className="app-preserve-lines">{note}</span> : null}
    </>
  )
}
