import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import type { PracticeRequestView } from '@/lib/practice-requests/request'

type Asked = Pick<PracticeRequestView, 'state' | 'dueOn' | 'answerDueOn'>

/** By when a request is to be answered and done, with how long that is from today while somebody waits for it. */
export function whenWords({ state, dueOn, answerDueOn }: Asked, today: CalendarDate): string {
  const done = `To be done by ${formatDateForStaff(dueOn)}`
  if (state === 'asked')
    return `Answer by ${formatDateForStaff(answerDueOn)}, ${formatDaysFromToday(answerDueOn, today)}. ${done}`
  return state === 'accepted' ? `${done}, ${formatDaysFromToday(dueOn, today)}` : done
}
