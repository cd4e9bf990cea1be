import type { ReactNode } from 'react'
import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { REVIEW_ACTION_ANSWERS } from '@/lib/review-actions/labels'
import type { ReviewActionAnswer } from '@/lib/review-actions/rules'

type Props = { answers: readonly ReviewActionAnswer[]; today: CalendarDate }

/** What became of it: done and with which outcome, moved, not needed, or that the hospital team cannot. */
export function ReviewActionAnswerFields({ answers, today }: Props) {
  const boxes: Record<ReviewActionAnswer, ReactNode> = {
    done: (
      <>
        <DateInput name="doneOn" label="When?" value={today} />
        <TextArea name="outcome" label="What came of it?" rows={3} />
      </>
    ),
    declined: (
      <TextArea name="declinedReason" label="Why not?" hint="The practice then finds another way" rows={3} />
    ),
    not_needed: <TextArea name="notNeededReason" label="Why is it not needed?" rows={3} />,
    postponed: (
      <>
        <DateInput name="postponedTo" label="To when?" />
        <TextArea name="postponedReason" label="Why?" rows={2} />
      </>
    ),
  }
  return (
    <Radios
      name="answer"
      label="What became of it?"
      items={answers.map((value) => ({
        value,
        label: REVIEW_ACTION_ANSWERS[value],
        conditional: boxes[value],
      }))}
    />
  )
}
