import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { SummaryChannel, SummaryRecipient } from '@/lib/platform/prisma-client/enums'
import type { DraftContent } from './draft-content'

/** A signed version sent to somebody, or the fact that it could not be. */
export type Delivery = {
  id: string
  recipient: SummaryRecipient
  /** The practice's team, where it went through the service. */
  teamId: string | null
  /** Who: the name of the practice or of whoever else; null for the person. */
  to: string | null
  channel: SummaryChannel
  sentOn: CalendarDate
  note: string | null
  seenAt: Date | null
  /** A practice without accounts read it by a link. */
  isSeenByLink: boolean
}

/** A version that was signed, without its content, newest first in a list of them. */
export type SignedVersion = {
  id: string
  number: number
  signedOn: CalendarDate
  by: string
  changes: string[]
  deliveries: Delivery[]
}

/** The summary of a phase of treatment as it stands. */
export type LiveSummary = {
  id: string
  patientId: string
  version: number
  diagnosisId: string
  phase: string
  phaseEndedOn: CalendarDate
  content: DraftContent
  /** It is being written: before the first signature, or after it was opened to be amended. */
  isDraft: boolean
  updatedAt: Date
  updatedBy: string
  team: { id: string; name: string; organisation: string; telephone: string | null }
  person: {
    givenName: string
    familyName: string
    preferredName: string | null
    nhsNumber: string
    bornOn: CalendarDate
    diedOn: CalendarDate | null
    sharesWithPractice: boolean
  }
  versions: SignedVersion[]
}

/** A summary in a list: without what it says. */
export type ListedSummary = Omit<LiveSummary, 'content'>

/** As much of a summary as sending a version of it takes, without what it says: a job reads it too. */
export type SummaryToSend = Pick<ListedSummary, 'id' | 'patientId'> & {
  team: Pick<ListedSummary['team'], 'id' | 'name'>
  person: Pick<ListedSummary['person'], 'diedOn' | 'sharesWithPractice'>
  /** Newest first. */
  versions: VersionToSend[]
}
export type VersionToSend = Pick<SignedVersion, 'id' | 'number'> & {
  deliveries: Pick<Delivery, 'id' | 'recipient' | 'teamId' | 'channel' | 'seenAt'>[]
}

/** What came of signing: the practice has it, the person does not share, or nobody knows the practice. */
export type Sending = 'sent' | 'kept_back' | 'no_practice'
