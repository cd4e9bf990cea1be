import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FollowUpStream, PathwayEventKind } from '@/lib/platform/prisma-client/enums'
import type { TestState } from './due-tests'

/** A test of a pathway as it stands today. */
export type TestView = {
  id: string
  name: string
  dueOn: CalendarDate
  state: TestState
  isOverdue: boolean
  /** When it was done; null while it was not. */
  doneOn: CalendarDate | null
}

export type PathwayState = 'live' | 'suspended' | 'recalled' | 'ended'

/** Something that happened to a pathway or a test. */
export type FollowUpFact = { id: string; on: CalendarDate; words: string; reason: string | null; by: string }

/** What is otherwise for one person than their protocol says. */
export type PersonalChangeView = {
  key: string
  words: string
  reason: string
  on: CalendarDate
  by: string
}

/** Another version of a pathway's protocol that is published. `rehearsal`: what it would change; null for who may not see it. */
export type OtherVersion = {
  published: string
  kept: string
  rehearsal: { organisationId: string; code: string } | null
}

export type PathwayView = {
  id: string
  version: number
  patientId: string
  team: { id: string; name: string; telephone: string | null }
  /** Null where the actor may not read it. */
  diagnosis: Diagnosis | null
  stream: FollowUpStream
  state: PathwayState
  /** What a clinician can do with it. */
  steps: readonly PathwayEventKind[]
  /** By when the person is seen, or the suspension is looked at again. */
  byOn: CalendarDate | null
  protocol: { title: string; version: string; anchor: string } | null
  /** Null where the one that it keeps is published, or none is. */
  otherVersion: OtherVersion | null
  /** What is otherwise for this person than the protocol says, with why, by whom and since when. */
  personal: PersonalChangeView[]
  /** As it was changed for the person last, or as the decision said. */
  anchorOn: CalendarDate
  startedOn: CalendarDate
  endedOn: CalendarDate | null
  /** Day of the last test or of the end of the protocol; null where nothing is planned. */
  endsOn: CalendarDate | null
  isDigital: boolean
  wishes: string | null
  reasons: string
  /** Tests about which something was owed so far, the latest first. Without states for a practice. */
  tests: TestView[]
  /** The days on which further tests are due, the next few. */
  coming: { key: string; name: string; dueOn: CalendarDate }[]
  history: FollowUpFact[]
  /** What the practice was told at the end. */
  letter: string | null
}
