import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ActionEventKind, CarePlanEventKind } from '@/lib/platform/prisma-client/enums'

/** How far a plan is. Every event but `not_shared`, which says something about an agreed version, leads to one. */
export type PlanState = 'draft' | Exclude<CarePlanEventKind, 'drafted' | 'not_shared'>

/** Events in the order in which they were recorded. */
export type PlanEvent = { kind: CarePlanEventKind; versionNumber: number | null }

export type PlanStanding = {
  state: PlanState
  /** The version that the person last agreed: it stands until a later one is agreed. */
  agreedVersion: number | null
  /** The person said no to sharing the agreed version. */
  isKeptFromPractice: boolean
}

const BEGINNING: PlanStanding = { state: 'draft', agreedVersion: null, isKeptFromPractice: false }

/** Where a plan stands, from everything recorded about it, in order. */
export function standingOf(events: readonly PlanEvent[]): PlanStanding {
  return events.reduce(after, BEGINNING)
}

function after(standing: PlanStanding, event: PlanEvent): PlanStanding {
  if (event.kind === 'not_shared') return { ...standing, isKeptFromPractice: true }
  if (event.kind === 'drafted') return { ...standing, state: 'draft' }
  if (event.kind !== 'agreed') return { ...standing, state: event.kind }
  const agreedVersion = Math.max(standing.agreedVersion ?? 0, event.versionNumber ?? 0) || null
  return { state: 'agreed', agreedVersion, isKeptFromPractice: false }
}

/** What may be recorded next. Offering and agreeing often happen in one conversation, so a draft may be agreed at once. */
const MAY_FOLLOW: Readonly<Record<PlanState, readonly CarePlanEventKind[]>> = {
  draft: ['offered', 'agreed', 'declined', 'unable'],
  offered: ['offered', 'agreed', 'declined', 'unable'],
  agreed: ['drafted', 'reviewed'],
  declined: ['drafted', 'offered', 'agreed'],
  unable: ['drafted', 'offered', 'agreed'],
  reviewed: ['drafted'],
}

/** Whether a plan in this state may have this recorded next. */
export function mayFollow(state: PlanState, kind: CarePlanEventKind): boolean {
  return MAY_FOLLOW[state].includes(kind)
}

/** An agreed version may be reviewed while it stands, also while the next one is being talked about. */
export function mayBeReviewed(standing: PlanStanding): boolean {
  return standing.agreedVersion !== null && standing.state !== 'reviewed'
}

/** A change to a plan that is settled begins its next version; one that is still being talked about just changes. */
export function beginsNextVersion(state: PlanState): boolean {
  return mayFollow(state, 'drafted')
}

export type ActionState = 'open' | 'done' | 'declined' | 'not_needed'

/** How far an action is: finished for good once done or not needed; declined by the practice until it is passed on. */
export function actionStateOf(kinds: readonly ActionEventKind[]): ActionState {
  return kinds.reduce<ActionState>((state, kind) => {
    if (isFinished(state)) return state
    if (kind === 'done' || kind === 'not_needed' || kind === 'declined') return kind
    return kind === 'postponed' ? state : 'open'
  }, 'open')
}

export function isFinished(state: ActionState): boolean {
  return state === 'done' || state === 'not_needed'
}

type Planned = { concernLabel: string; isPriority: boolean; goal: string | null; actionCount: number }

/**
 * The concerns that stand in the way of agreeing: each of the person's priorities needs a goal or an action, or to be
 * left out on purpose. Other concerns may be noted with nothing planned.
 */
export function unplannedPriorities(items: readonly Planned[]): string[] {
  return items.filter((item) => item.isPriority && !isPlanned(item)).map((item) => item.concernLabel)
}

/** Whether there is anything to agree at all. */
export function hasAnythingPlanned(items: readonly Planned[]): boolean {
  return items.some(isPlanned)
}

function isPlanned(item: Planned): boolean {
  return item.goal !== null || item.actionCount > 0
}

type Scored = { on: CalendarDate; score: number }

/** The latest score of a concern after the plan began, or null; of two on one day the one recorded later. */
export function latestScore<Score extends Scored>(scores: readonly Score[]): Score | null {
  return scores.reduce<Score | null>(
    (latest, score) => (latest && latest.on > score.on ? latest : score),
    null,
  )
}
