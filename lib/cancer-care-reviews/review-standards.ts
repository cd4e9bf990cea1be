/**
 * When the two cancer care reviews after a diagnosis are owed, and when silence about them is nobody's fault. No payment
 * hangs on them since April 2025: they are local standards, and each number may be set otherwise.
 */
export type ReviewStandards = {
  /** Days from diagnosis to the last day of the first window. */
  firstDays: number
  /** Months from diagnosis to the last day of the second window. */
  secondMonths: number
  /** Months from diagnosis after which an unmet first window is no longer asked for. */
  firstLookBackMonths: number
  /** Months from diagnosis after which an unmet second window is no longer asked for. */
  secondLookBackMonths: number
  /** Months before the last day: a person who registered within them excuses the practice. */
  registrationMonths: number
  /** Days that must lie between two invitations before no answer counts as one. */
  invitationGapDays: number
  /** Days that a practice has at the least from the day a diagnosis is recorded. */
  recordingNoticeDays: number
}

/**
 * As the retired indicators had it. First window: CAN005 (NICE NM204), three months counted as 93 days, looking back 15
 * months. Second: CAN004 (NM205, now IND223), 12 months, for people diagnosed in the last 24. Both leave out who
 * registered in the last three months or did not answer two invitations at least seven days apart. The notice after a
 * late record is our own: no national rule was found.
 */
export const DEFAULT_REVIEW_STANDARDS: ReviewStandards = {
  firstDays: 93,
  secondMonths: 12,
  firstLookBackMonths: 15,
  secondLookBackMonths: 24,
  registrationMonths: 3,
  invitationGapDays: 7,
  recordingNoticeDays: 28,
}
