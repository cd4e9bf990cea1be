import type { ResultDecision, ResultSource } from '@/lib/platform/prisma-client/enums'
import type { ReportOutcome, ResultStatus } from './result'

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
