import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { AssessmentOnRecord, ConcernOnRecord, RescoreOnRecord } from './record-row'

/** What was said of a concern on a day: a score from 0 to 10, that it was not scored, or that it was no longer raised. */
export type Standing = number | 'not_scored' | 'not_raised'

export type NeedOverTime = {
  label: string
  /** From the first time it was raised, at most the last `STANDINGS_SHOWN`. */
  standings: Standing[]
  /** How the first score compares with the last; null where there are not two. Lower is better. */
  direction: 'better' | 'worse' | 'same' | null
  isRaised: boolean
}

/** More than these are read on the pages of the assessments, where they are drawn. */
export const STANDINGS_SHOWN = 4

type Scores = {
  /** In time order. */
  assessments: readonly AssessmentOnRecord[]
  concerns: readonly ConcernOnRecord[]
  /** In time order. */
  rescores: readonly RescoreOnRecord[]
}

type Dated = { on: CalendarDate; standing: Standing }

/** How each concern went, those still raised first, the worst of them first. */
export function needsOverTime({ assessments, concerns, rescores }: Scores): NeedOverTime[] {
  // Those of an assessment recorded in error come without it, and count for nothing.
  const standing = concerns.filter(({ assessmentId }) => assessments.some(({ id }) => id === assessmentId))
  return [...new Set(standing.map(keyOf))]
    .map((key) => needOf(key, { assessments, concerns: standing, rescores }))
    .sort((one, other) => urgency(other) - urgency(one) || one.label.localeCompare(other.label))
}

/** Concerns outside the catalogue share a code: their label tells them apart. */
function keyOf({ code, label }: { code: string; label: string }): string {
  return code === 'other' ? `other ${label}` : code
}

function needOf(key: string, { assessments, concerns, rescores }: Scores): NeedOverTime {
  const named = (one: { code: string; label: string }) => keyOf(one) === key
  const raised = new Map(concerns.filter(named).map((concern) => [concern.assessmentId, concern]))
  const assessed = assessments
    .map(({ id, completedOn }) => ({ on: completedOn, concern: raised.get(id) }))
    .slice(assessments.findIndex(({ id }) => raised.has(id)))
    .map(({ on, concern }): Dated => ({ on, standing: standingOf(concern) }))
  const again = rescores.filter(named).map(({ on, score }): Dated => ({ on, standing: score }))
  const dated = [...assessed, ...again].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
  const standings = dated.map(({ standing }) => standing)
  return {
    label: [...raised.values()].at(-1)?.label ?? key,
    standings: standings.slice(-STANDINGS_SHOWN),
    direction: directionOf(standings),
    isRaised: standings.at(-1) !== 'not_raised',
  }
}

function standingOf(concern: ConcernOnRecord | undefined): Standing {
  return concern ? (concern.score ?? 'not_scored') : 'not_raised'
}

function directionOf(standings: readonly Standing[]): NeedOverTime['direction'] {
  const scores = standings.filter((standing) => typeof standing === 'number')
  const [first] = scores
  const last = scores.at(-1)
  if (scores.length < 2 || first === undefined || last === undefined) return null
  if (last === first) return 'same'
  return last < first ? 'better' : 'worse'
}

function urgency({ isRaised, standings }: NeedOverTime): number {
  const last = standings.findLast((standing) => typeof standing === 'number') ?? 0
  return isRaised ? 100 + last : last
}
