import { StatusTag } from '@/components/nhs/status-tag'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { statusOfOpenTask } from '@/lib/tasks/labels'

type Props = { dueOn: CalendarDate; today: CalendarDate }

/** By when a task of a list is due: how that stands, the day, and how far off it is. */
export function DueInRow({ dueOn, today }: Props) {
  return (
    <>
      <StatusTag status={statusOfOpenTask(dueOn, today)} />
      <br />
      <span className="app-number">
        {formatDateForStaff(dueOn)}, {formatDaysFromToday(dueOn, today)}
      </span>
    </>
  )
}
