import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'

const MEAN_DAYS_IN_MONTH = 365.25 / 12

/**
 * Months in which a value doubles: ln 2 over the slope of its logarithms by least squares (the usual doubling time of
 * PSA). Null when it does not rise, or all readings are of one day.
 *
 * @param readings at least two, each more than 0
 */
export function doublingMonths(readings: readonly { on: CalendarDate; amount: number }[]): number | null {
  const first = readings[0]?.on
  if (first === undefined) return null
  const points = readings.map(({ on, amount }) => ({
    months: daysBetween(first, on) / MEAN_DAYS_IN_MONTH,
    log: Math.log(amount),
  }))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanMonths, meanLog] = [mean(points.map((p) => p.months)), mean(points.map((p) => p.log))]
  const spread = points.reduce((sum, p) => sum + (p.months - meanMonths) ** 2, 0)
  const together = points.reduce((sum, p) => sum + (p.months - meanMonths) * (p.log - meanLog), 0)
  if (spread === 0 || together <= 0) return null
  return Math.LN2 / (together / spread)
}
