import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'
import { ReviewMode, type ReviewLength } from '@/lib/platform/prisma-client/enums'
import { checkActions, type ActionOwnerChoice, type AgreedAction } from './action-rules'
import type { ReviewContent } from './review-content'
import type { ReviewDraft } from './review-draft'
import type { ReviewTemplate } from './review-template'
import { contentOf, sectionFaults } from './section-rules'
import { dateOf } from './typed-date'

/** What bounds the days of a review, and who can own what it agrees. */
export type ReviewGrounds = {
  template: ReviewTemplate
  diagnosedOn: CalendarDate
  diedOn: CalendarDate | null
  today: CalendarDate
  owners: readonly ActionOwnerChoice[]
}

export type ReviewAnswers = {
  heldOn: CalendarDate
  mode: ReviewMode
  length: ReviewLength
  carerPresent: boolean
  content: ReviewContent
  actions: AgreedAction[]
  outcomeSummary: string
  isShared: boolean
  nextReviewOn: CalendarDate | null
}

export type CheckedReview = { ok: true; answers: ReviewAnswers } | { ok: false; problems: FieldError[] }

/** A next review further away is a slip of the pen: our own bound, twice the longest usual interval of a year. */
const FURTHEST_REVIEW_MONTHS = 24

/** Fewer characters say nothing to who reads what came of it; the database shares none either. */
const SHORTEST_OUTCOME = 3

/**
 * Whether a draft is a whole review: held on a possible day, in some way, with something said, what came of it, and
 * whether the hospital may read that. Every fault is named at its field, in the order of the form.
 */
export function checkReview(draft: ReviewDraft, grounds: ReviewGrounds): CheckedReview {
  const problems: FieldError[] = []
  const heldOn = dateOf(draft.heldOn, 'heldOn', 'Date of the review', problems)
  if (heldOn) problems.push(...at('heldOn', heldOnFault(heldOn, grounds)))
  const mode = Object.values(ReviewMode).find((each) => each === draft.mode)
  if (!mode) problems.push({ field: 'mode', message: 'Select how the review was held' })
  problems.push(...sectionFaults(draft, grounds.template))
  const { actions, problems: actionFaults } = checkActions(draft.actions, grounds)
  problems.push(...actionFaults)
  const outcomeSummary = draft.outcomeSummary.trim()
  if (outcomeSummary.length < SHORTEST_OUTCOME)
    problems.push({ field: 'outcomeSummary', message: 'Enter what came of the review, in a sentence or two' })
  if (draft.isShared === '')
    problems.push({
      field: 'isShared',
      message: 'Select whether the hospital team may read what came of it',
    })
  const nextReviewOn = nextReviewOf(draft, { heldOn, ...grounds }, problems)
  if (problems.length > 0 || !heldOn || !mode) return { ok: false, problems }
  const { length, carerPresent } = draft
  const isShared = draft.isShared === 'yes'
  const content = contentOf(draft, grounds.template)
  return {
    ok: true,
    answers: {
      heldOn,
      mode,
      length,
      carerPresent,
      content,
      actions,
      outcomeSummary,
      isShared,
      nextReviewOn,
    },
  }
}

/** Why a review cannot have been held on that day; null if it can. */
function heldOnFault(heldOn: CalendarDate, { diagnosedOn, diedOn, today }: ReviewGrounds): string | null {
  const subject = 'Date of the review'
  if (heldOn > today) return `${subject} must be today or in the past`
  if (heldOn < diagnosedOn)
    return `${subject} must be on or after ${formatDateForStaff(diagnosedOn)}, when the diagnosis was made`
  if (diedOn && heldOn > diedOn)
    return `${subject} must be on or before ${formatDateForStaff(diedOn)}, when the person died`
  return null
}

function nextReviewOf(
  { nextReviewOn: typed }: ReviewDraft,
  { heldOn, diedOn }: { heldOn: CalendarDate | null; diedOn: CalendarDate | null },
  problems: FieldError[],
): CalendarDate | null {
  if (`${typed.day}${typed.month}${typed.year}`.trim() === '') return null
  const subject = 'Date of the next review'
  problems.push(...at('nextReviewOn', diedOn && 'The person has died. Clear the date of the next review'))
  const next = dateOf(typed, 'nextReviewOn', subject, problems)
  if (!next || !heldOn) return next
  if (next <= heldOn) problems.push({ field: 'nextReviewOn', message: `${subject} must be after this one` })
  else if (next > addMonths(heldOn, FURTHEST_REVIEW_MONTHS))
    problems.push({
      field: 'nextReviewOn',
      message: `${subject} must be within ${FURTHEST_REVIEW_MONTHS} months of this one`,
    })
  return next
}

function at(field: string, message: string | null): FieldError[] {
  return message ? [{ field, message }] : []
}
