import { scaleLinear } from 'd3-scale'
import { highestScore, type ConcernScores, type DatedScore } from './score-words'
import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'

export const scoreChartSize = {
  width: 240,
  height: 96,
  left: 24,
  right: 232,
  top: 20,
  bottom: 84,
  inset: 14,
} as const

export type ScorePoint = { on: CalendarDate; score: number; x: number; y: number }

/** All the dates any concern was asked about, in order, once each. */
export function assessmentDates(concerns: readonly ConcernScores[]): CalendarDate[] {
  return [...new Set(concerns.flatMap(({ scores }) => scores.map(({ on }) => on)))].sort()
}

/**
 * The scores on each of the dates, the last where there were several: null where the concern was not raised or not
 * scored, so that the gap shows.
 */
export function onEachDate(scores: readonly DatedScore[], dates: readonly CalendarDate[]): DatedScore[] {
  return dates.map((on) => scores.findLast((each) => each.on === on) ?? { on, score: null })
}

/** The height of a score: the scale is 0 to 10 in every drawing. */
export const yOfScore = scaleLinear([0, highestScore], [scoreChartSize.bottom, scoreChartSize.top])

/** Points at their true time within the given span; with a span of one day they stand in the middle. */
export function scorePoints(
  scores: readonly DatedScore[],
  from: CalendarDate,
  to: CalendarDate,
): ScorePoint[] {
  const days = daysBetween(from, to)
  const { left, right, inset } = scoreChartSize
  const xOf = scaleLinear([0, Math.max(days, 1)], [left + inset, right - inset])
  return scores.flatMap(({ on, score }) => {
    if (score === null) return []
    return [
      { on, score, x: days === 0 ? (left + right) / 2 : xOf(daysBetween(from, on)), y: yOfScore(score) },
    ]
  })
}

/** The runs of assessments that follow each other without a gap: a line is drawn only through these. */
export function unbrokenRuns(scores: readonly DatedScore[]): DatedScore[][] {
  const runs: DatedScore[][] = [[]]
  for (const each of scores) {
    if (each.score === null) runs.push([])
    else runs.at(-1)?.push(each)
  }
  return runs.filter((run) => run.length > 1)
}
