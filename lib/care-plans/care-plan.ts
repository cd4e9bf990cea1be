import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type {
  ActionEventKind,
  ActionOutcome,
  ActionOwnerKind,
  CarePlanEventKind,
  ConcernAuthor,
} from '@/lib/platform/prisma-client/enums'
import type { ActionState, PlanStanding } from './rules'

/** Whose an action is. `staffId` or `teamId` where the kind has one. */
export type ActionOwner = {
  kind: ActionOwnerKind
  name: string
  staffId: string | null
  teamId: string | null
}

export type ActionFact = {
  kind: ActionEventKind
  on: CalendarDate
  outcome: ActionOutcome | null
  newScore: number | null
  note: string | null
  by: string
}

export type PlanAction = {
  id: string
  version: number
  what: string
  help: string | null
  owner: ActionOwner
  dueOn: CalendarDate
  state: ActionState
  history: ActionFact[]
}

export type PlanItem = {
  id: string
  version: number
  concern: {
    code: string
    label: string
    score: number | null
    ownWords: string | null
    addedBy: ConcernAuthor | null
    isPriority: boolean
  }
  whatMatters: string | null
  goal: string | null
  isLeftOut: boolean
  /** Scored again since, when an action was finished or the plan reviewed; oldest first. */
  scores: { on: CalendarDate; score: number }[]
  actions: PlanAction[]
}

export type PlanFact = {
  kind: CarePlanEventKind
  on: CalendarDate
  versionNumber: number | null
  reason: string | null
  by: string
}

export type PlanPerson = {
  givenName: string
  familyName: string
  preferredName: string | null
  nhsNumber: string
  bornOn: CalendarDate
  diedOn: CalendarDate | null
  sharesWithPractice: boolean
}

export type AgreedVersion = {
  id: string
  number: number
  agreedOn: CalendarDate
  agreedWith: string
  reviewOn: CalendarDate
  by: string
  changes: string[]
  shares: { id: string; teamId: string; teamName: string; sharedAt: Date; seenAt: Date | null }[]
}

/** A plan as it stands now, whole: what pages show and what agreeing freezes. */
export type LivePlan = {
  id: string
  patientId: string
  version: number
  team: { id: string; name: string; organisation: string; organisationId: string; telephone: string | null }
  person: PlanPerson
  assessment: { id: string; completedOn: CalendarDate }
  standing: PlanStanding
  items: PlanItem[]
  history: PlanFact[]
  /** Newest first. */
  versions: AgreedVersion[]
}
