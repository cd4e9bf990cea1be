import type { ResultDecision, ResultSource } from '@/lib/platform/prisma-client/enums'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { ReportOutcome, ResultStatus } from './result'
import type { WhyAlone, WhyNotTold } from './telling'

/** What a report comes to. */
export const OUTCOME_LABELS: Readonly<Record<ReportOutcome, string>> = {
  nothing_new: 'Nothing new',
  uncertain: 'Uncertain',
  needs_action: 'Something has to be done',
  inadequate: 'Not good enough to say',
}

/** How final a result is, as its laboratory says. */
export const STATUS_LABELS: Readonly<Record<ResultStatus, string>> = {
  preliminary: 'Preliminary',
  final: 'Final',
  corrected: 'Corrected',
  cancelled: 'Cancelled',
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  filed: 'The result has been filed',
  reviewed: 'The result has been reviewed',
  told: 'That the person was told has been recorded',
  test_chosen: 'Which test it answers has been recorded',
  set_aside: 'The result has been set aside',
}

/** What was decided on a result. */
export const DECISION_LABELS: Readonly<Record<ResultDecision, string>> = {
  in_range: 'In range',
  repeat: 'Repeat the test',
  contact: 'Contact the person',
  suspend: 'Suspend follow-up',
  recall: 'Call back to clinic',
  continue: 'Go on as planned',
}

/** How a result came. */
export const SOURCE_LABELS: Readonly<Record<ResultSource, string>> = {
  by_hand: 'typed by hand',
  file: 'from a file',
  message: 'from the laboratory’s system',
}

/** What was just done, above the list of results to review; null for what it does not know. */
export function doneWords({
  confirmed,
  changed,
  done,
}: Record<string, string | string[] | undefined>): string | null {
  if (done === 'saved') return DONE_WORDS.reviewed ?? null
  const [count, left] = [confirmed, changed].map((text) =>
    typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : null,
  )
  if (count === null || count === undefined) return null
  const words = `${count} ${count === 1 ? 'result' : 'results'} confirmed as in range.`
  return left ? `${words} ${left} changed meanwhile and still ${left === 1 ? 'waits' : 'wait'} below.` : words
}

/** Why somebody is told one at a time. */
export const WHY_ALONE_LABELS: Readonly<Record<WhyAlone, string>> = {
  told: 'The person has been told already',
  not_reviewed: 'Somebody has to review it first',
  not_in_range: 'It is not simply in range: talk with the person',
  held: 'The person may not know it yet',
  no_letter: 'No letter would arrive',
}

/** Why somebody who was chosen was not told after all. */
export const WHY_NOT_TOLD_LABELS: Readonly<Record<WhyNotTold, string>> = {
  ...WHY_ALONE_LABELS,
  not_in_care: 'Your team no longer has the person in care',
  reviewed_since: 'It was reviewed or corrected after you opened the page. Look at it again',
  next_changed: 'The next date changed after you opened the page. Look at it again',
}

/** What somebody is told: what was examined, what it came to, and of which day. */
export function toldWords({
  name,
  words,
  sampledOn,
}: {
  name: string
  words: readonly string[]
  sampledOn: CalendarDate | null
}): string {
  return [`${name} ${words.join(', ')}`.trim(), sampledOn && formatDateForStaff(sampledOn)]
    .filter(Boolean)
    .join(', ')
}

export function nextDateWords(next: { name: string; dueOn: CalendarDate } | null): string {
  return next ? `${next.name}, ${formatDateForStaff(next.dueOn)}` : 'None is planned'
}

export function peopleWords(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
