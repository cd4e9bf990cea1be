import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { RuleBroken } from '@/lib/platform/errors'

/** Rapid re-access: seen within 14 days. The London pack says 14 working days; ours is the stricter reading. */
const APPOINTMENT_WITHIN_DAYS = 14

/** An appointment that has to be moved is moved within this, or ends: our own limit, against mistyped years. */
const LATEST_MOVE_DAYS = 90

/** @throws RuleBroken unless the appointment is between today and 14 days from now; moved, 90 days */
export function requireAppointmentDay(
  day: CalendarDate | null,
  today: CalendarDate,
  isMoved: boolean,
): CalendarDate {
  const days = isMoved ? LATEST_MOVE_DAYS : APPOINTMENT_WITHIN_DAYS
  if (day && day >= today && day <= addDays(today, days)) return day
  const message = day
    ? `Date of the appointment must be from today to ${days} days from now`
    : 'Enter the date of the appointment'
  throw new RuleBroken([{ field: 'appointmentOn', message }])
}
