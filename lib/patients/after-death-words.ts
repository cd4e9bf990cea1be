import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** Something on the record that happened with the person. `what` is in words, as within a sentence. */
export type DatedFact = { what: string; on: CalendarDate }

/** More would not be read; the rest are counted. */
const NAMED = 5

/** What to say of a death that is dated before these facts, soonest first. */
export function afterDeathWords(facts: readonly DatedFact[]): string {
  const named = facts.slice(0, NAMED).map(({ what, on }) => `${what} on ${formatDateForStaff(on)}`)
  const more = facts.length - named.length
  const list = [...named, ...(more > 0 ? [`${more} more`] : [])].join('; ')
  return `The record says what happened after that day: ${list}. Correct the date, or confirm that it is right`
}
