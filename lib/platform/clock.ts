import { AsyncLocalStorage } from 'node:async_hooks'
import { londonDate } from '@/lib/nhs/instant'
import type { CalendarDate } from '@/lib/nhs/calendar-date'

const setClock = new AsyncLocalStorage<Date>()

/** The instant it is. The only place that asks the machine. */
export function now(): Date {
  return setClock.getStore() ?? new Date()
}

/** The calendar day it is in England. */
export function today(): CalendarDate {
  return londonDate(now())
}

/** Runs `work` as if it were `instant`: for tests and for demo data that tells a story over time. */
export function atInstant<Result>(instant: Date, work: () => Result): Result {
  return setClock.run(instant, work)
}
