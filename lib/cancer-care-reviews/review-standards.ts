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
  /** Days that a person has to answer an invitation: between two of them, and after the second, before no answer counts. */
  invitationGapDays: number
  /** Days that a practice has at the least from the day a diagnosis is recorded. */
  recordingNoticeDays: number
}

/**
 * As the retired indicators had it. First window: CAN005 (NICE NM204), three months counted as 93 days, looking back 15
 * months. Second: CAN004 (NM205, now IND223), 12 months, for people diagnosed in the last 24. Both leave out who
 * registered in the last three months or did not answer two invitations at least seven days apart. That the
 * second has its seven days too is our own, or sending it would excuse on the same day; so is the notice after a late
 * record: no national rule was found for either.
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
