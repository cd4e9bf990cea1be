import { addMonths, daysBetween, MONTHS, partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'

export type TimeTick = { on: CalendarDate; label: string }

const stepsInMonths = [1, 2, 3, 6, 12, 24, 60, 120]

/** Round dates between two dates, at most `most` of them: firsts of months, or of years when the time is long. */
export function timeTicks(from: CalendarDate, to: CalendarDate, most: number): TimeTick[] {
  const months = daysBetween(from, to) / 30.44
  const step = stepsInMonths.find((each) => months / each < most) ?? Math.ceil(months / most / 12) * 12
  const ticks: TimeTick[] = []
  for (let on = firstOnOrAfter(from, step); on <= to && ticks.length < most; on = addMonths(on, step)) {
    ticks.push({ on, label: tickLabel(on, step) })
  }
  return ticks
}

function firstOnOrAfter(from: CalendarDate, step: number): CalendarDate {
  const newYear = `${from.slice(0, 4)}-01-01`
  let months = 0
  while (addMonths(newYear, months) < from) months += step
  return addMonths(newYear, months)
}

function tickLabel(on: CalendarDate, step: number): string {
  const { year, month } = partsOf(on)
  return step >= 12 ? String(year) : `${(MONTHS[month - 1] ?? '').slice(0, 3)} ${year}`
}
