import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { PracticeRequestEventKind } from '@/lib/platform/prisma-client/enums'
import type { RequestState } from './rules'

/** Something said of a request. */
export type RequestFact = {
  kind: PracticeRequestEventKind
  on: CalendarDate
  note: string | null
  by: string
  at: Date
}

/** What a signed summary asks of a practice, as it stands. */
export type PracticeRequestView = {
  id: string
  patientId: string
  summaryId: string
  /** For the form that changes it: how much had been said of it when it was shown. */
  version: number
  code: string
  what: string
  detail: string | null
  snomedCode: string | null
  dueOn: CalendarDate
  answerDueOn: CalendarDate
  state: RequestState
  team: { id: string; name: string; telephone: string | null }
  practice: { id: string; name: string; telephone: string | null }
  /** The latest that was said of it, unless it only was asked. */
  answer: RequestFact | null
  /** Oldest first. */
  history: RequestFact[]
}

/** What a summary asks, as its content has it. */
export type WantedRequest = {
  /** Of the request in the summary's content: the same code is the same request. */
  code: string
  what: string
  detail: string | null
  snomedCode: string | null
  dueOn: CalendarDate
}

/** What a request is about. */
export type RequestBackground = {
  /** Null where the actor may not read it. */
  diagnosis: Diagnosis | null
  /** The phase of treatment that the summary is of. */
  phase: string
  phaseEndedOn: CalendarDate
  /** The newest summary that the practice was sent; null where it has none in this service. */
  deliveryId: string | null
}
