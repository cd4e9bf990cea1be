import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { identityOf } from './concern-rules'

/** A concern scored, or named without a score, on a day. */
export type DatedConcernScore = { code: string; label: string; score: number | null; on: CalendarDate }

/** One concern over time, the earliest first. On one day, what was scored again stands after what it was before. */
export type ConcernHistory = {
  code: string
  /** Its name when it was last scored. */
  concern: string
  scores: { on: CalendarDate; score: number | null }[]
}

/**
 * Scores put together by concern. The concerns last scored come first, among them the worst.
 *
 * @param scores in time order
 */
export function joinScores(scores: readonly DatedConcernScore[]): ConcernHistory[] {
  const histories = new Map<string, ConcernHistory>()
  for (const { code, label, score, on } of scores) {
    const identity = identityOf({ code, label })
    const before = histories.get(identity)?.scores ?? []
    histories.set(identity, { code, concern: label, scores: [...before, { on, score }] })
  }
  return [...histories.values()].sort(byRecency)
}

function byRecency(one: ConcernHistory, other: ConcernHistory): number {
  const [last, otherLast] = [one.scores.at(-1), other.scores.at(-1)]
  if (last && otherLast && last.on !== otherLast.on) return last.on < otherLast.on ? 1 : -1
  return (otherLast?.score ?? -1) - (last?.score ?? -1) || one.concern.localeCompare(other.concern, 'en-GB')
}
