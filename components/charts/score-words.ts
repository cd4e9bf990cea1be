import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** What a person scored a concern, 0 (no trouble) to 10 (worst), on a date; null when it was not scored that time. */
export type DatedScore = { on: CalendarDate; score: number | null }

export type ConcernScores = { concern: string; scores: readonly DatedScore[] }

export const highestScore = 10

/** How a concern's score went, in words: lower is better. Scores must be in time order. */
export function scoresInWords({ scores }: ConcernScores): string {
  const scored = scores.flatMap(({ score }) => (score === null ? [] : [score]))
  const first = scored[0]
  const last = scored.at(-1)
  if (first === undefined || last === undefined) return 'not scored yet'
  if (scored.length === 1) return `scored ${first} once`
  if (last === first) return `${last}, as at first`
  return last < first ? `from ${first} to ${last}, better` : `from ${first} to ${last}, worse`
}
