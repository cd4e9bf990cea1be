import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ResultDecision, ResultSource } from '@/lib/platform/prisma-client/enums'
import type { Alert, ProtocolReference } from './alert'
import type { ReportOutcome, ResultStatus } from './result'

/** One decision about a result, as pages show it. */
export type ReviewView = { decision: ResultDecision; note: string | null; by: string; on: CalendarDate }

/** A version of a result, as pages show it. */
export type ResultView = {
  id: string
  /** What was examined, by its code and its name. */
  code: string
  name: string
  /** `<0.01 µg/L`, or what a report comes to. */
  words: string
  reportText: string | null
  outcome: ReportOutcome | null
  referenceRange: string | null
  status: ResultStatus
  source: ResultSource
  sampledOn: CalendarDate
  filedOn: CalendarDate
  filedBy: string | null
  confirmedSlip: string | null
  /** No later version has taken its place. */
  isStanding: boolean
  awaitsReview: boolean
  judgementId: string
  isInRange: boolean
  alerts: readonly Alert[]
  /** The protocol that it was judged by; null where none is about it. */
  protocol: ProtocolReference | null
  /** From when the person may be told and the practice reads it; null while somebody has to look at it first. */
  releasedFrom: Date | null
  reviews: readonly ReviewView[]
  testId: string | null
  replacesId: string | null
}
