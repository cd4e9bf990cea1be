import { parseCalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { lookUp } from '@/lib/platform/look-up'

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved',
  'handed-on': 'The task has been handed on',
  'handed-back': 'The task has been handed back to the team',
  postponed: 'The task has been postponed',
  closed: 'The task has been closed',
  'care-ended': 'The care of the team has ended',
}

type Query = { done?: string | string[]; until?: string | string[] }

/** What was just done, as a list says it above its rows; null for what it does not know. */
export function doneNotice({ done, until }: Query): string | null {
  const words = lookUp(DONE, done)
  const date = parseCalendarDate(typeof until === 'string' ? until : '')
  return words && done === 'postponed' && date.ok ? `${words} to ${formatDateForStaff(date.value)}` : words
}
