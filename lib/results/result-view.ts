import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ResultDecision, ResultSource, ToldBy } from '@/lib/platform/prisma-client/enums'
import type { Alert, ProtocolReference } from './alert'
import type { ReportOutcome, ResultStatus } from './result'

/** One decision about a result, as pages show it. */
export type ReviewView = { decision: ResultDecision; note: string | null; by: string; on: CalendarDate }

/** How and when the person was told, and the next date they were given. */
export type TellingView = {
  by: string
  on: CalendarDate
  toldBy: ToldBy
  nextOn: CalendarDate | null
  note: string | null
}

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
  /** What the laboratory wrote beside it. */
  notes: string | null
  /** What looked like a slip as it came, where nobody confirmed it. */
  doubts: string | null
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
  /** Outside a pathway; what answers a test is told under it. */
  tellings: readonly TellingView[]
  /** Outside a pathway the person has to be told. */
  awaitsTelling: boolean
  testId: string | null
  replacesId: string | null
}
