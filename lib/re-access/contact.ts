import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type {
  ContactCaller,
  ContactChannel,
  ContactEventKind,
  ContactOutcome,
  ContactReason,
  ContactUrgency,
} from '@/lib/platform/prisma-client/enums'
import type { ContactState } from './rules'
import type { FlagAnswer } from './urgency'

/** Something said of a contact. */
export type ContactFact = {
  kind: ContactEventKind
  outcome: ContactOutcome | null
  appointmentOn: CalendarDate | null
  againOn: CalendarDate | null
  /** The team, person or both to whom it went. */
  to: string | null
  note: string | null
  by: string
  at: Date
}

/** A red-flag question as it was answered. */
export type AnsweredFlag = {
  code: string
  title: string
  answer: FlagAnswer
  tellCaller: string
  forStaff: string
}

/** A contact as it stands. */
export type ContactView = {
  id: string
  patientId: string
  /** For the form that changes it: how much had been said of it when it was shown, from 1. */
  version: number
  contactedAt: Date
  caller: ContactCaller
  callerName: string | null
  channel: ContactChannel
  reason: ContactReason
  words: string
  callBackNumber: string | null
  urgency: ContactUrgency
  adviceGiven: boolean
  answerBy: Date
  recordedBy: string
  recordedAt: Date
  state: ContactState
  /** Waiting, and later than was promised. */
  isLate: boolean
  /** Who has it now. */
  team: { id: string; name: string; telephone: string | null }
  outcome: ContactOutcome | null
  appointmentOn: CalendarDate | null
  flags: AnsweredFlag[]
  /** Oldest first. */
  history: ContactFact[]
}
