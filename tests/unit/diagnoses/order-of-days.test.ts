import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseFaults } from '@/lib/diagnoses/course-rules'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { diagnosisFaults, treatmentFaults } from '@/lib/diagnoses/rules'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { DatePeriod } from '@/lib/nhs/date-period'

/** Days about the turn of a year, with a leap day in them. */
const FIRST = '2023-11-25'
const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(FIRST, days))
const orNone = fc.option(day, { nil: null })
const period = fc
  .tuple(day, fc.constantFrom('day', 'month', 'year'))
  .map(([on, precision]): DatePeriod => ({ on: firstOf(on, precision), precision }))

function firstOf(on: CalendarDate, precision: DatePeriod['precision']): CalendarDate {
  if (precision === 'day') return on
  return precision === 'month' ? `${on.slice(0, 7)}-01` : `${on.slice(0, 4)}-01-01`
}

/** Each day that something known so exactly can have been: told by how the dates are written, not by counting. */
function daysOf({ on, precision }: DatePeriod): CalendarDate[] {
  const letters = { day: 10, month: 7, year: 4 }[precision]
  const all = Array.from({ length: 800 }, (_, place) => addDays('2022-12-25', place))
  return all.filter((one) => one.slice(0, letters) === on.slice(0, letters))
}

const inOrder = (days: readonly CalendarDate[]) =>
  days.every((one, place) => place === 0 || (days[place - 1] ?? '') <= one)

describe('days known to the day, the month or the year', () => {
  it('make a treatment possible just when birth, diagnosis, start, end, death and today can be in order', () => {
    fc.assert(
      fc.property(day, day, day, fc.option(period, { nil: null }), orNone, orNone, (...given) => {
        const [bornOn, startedOn, today, diagnosed, endedOn, diedOn] = given
        const faults = treatmentFaults({ startedOn, endedOn, outcome: null }, diagnosed, {
          bornOn,
          diedOn,
          today,
        })
        const until = [today, diedOn ?? today].sort()[0] ?? ''
        const rest = [startedOn, endedOn ?? startedOn, until]
        const possible =
          inOrder([bornOn, ...rest]) &&
          (diagnosed === null || daysOf(diagnosed).some((one) => inOrder([one, ...rest])))
        expect(faults.length === 0).toBe(possible)
      }),
    )
  })

  it('make a diagnosis possible just when some day of it lies in the life so far', () => {
    fc.assert(
      fc.property(period, day, orNone, day, (diagnosed, bornOn, diedOn, today) => {
        fc.pre(diedOn === null || bornOn <= diedOn)
        fc.pre(bornOn <= today)
        const until = [today, diedOn ?? today].sort()[0] ?? ''
        const possible = daysOf(diagnosed).some((one) => inOrder([bornOn, one, until]))
        expect(diagnosisFaults(diagnosed, { bornOn, diedOn, today }).length === 0).toBe(possible)
      }),
    )
  })

  it('let a recurrence be just when it need not have been before its primary', () => {
    fc.assert(
      fc.property(period, period, (first, again) => {
        const primary = { id: 'first', kind: 'primary', voided: null, ...told(first) } as Diagnosis
        const recurrence = {
          kind: 'recurrence' as const,
          primaryDiagnosisId: 'first',
          ...told(again),
        }
        const possible = daysOf(first).some((one) => daysOf(again).some((other) => one <= other))
        expect(courseFaults(recurrence, null, [primary]).length === 0).toBe(possible)
      }),
    )
  })
})

function told({ on, precision }: DatePeriod) {
  return { diagnosedOn: on, diagnosedOnPrecision: precision }
}
