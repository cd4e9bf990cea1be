import { markup, type Markup } from '@/components/nhs/markup'
import { statusTag } from '@/components/nhs/status-tag'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { statusOfOpenTask } from '@/lib/tasks/labels'

type Props = { dueOn: CalendarDate; today: CalendarDate }

/** By when a task of a list is due: how that stands, the day, and how far off it is. */
export function DueInRow({ dueOn, today }: Props) {
  return <TrustedMarkup as="span" parts={[dueInRow(dueOn, today)]} />
}

/** The same for rows that are written as text. */
export function dueInRow(dueOn: CalendarDate, today: CalendarDate): Markup {
  return markup`${statusTag(statusOfOpenTask(dueOn, today))}<br>
<span class="app-number">${formatDateForStaff(dueOn)}, ${formatDaysFromToday(dueOn, today)}</span>`
}
