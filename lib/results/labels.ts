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
}
