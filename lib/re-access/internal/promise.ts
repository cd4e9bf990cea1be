import 'server-only'
import { getStandards } from '@/lib/care-teams/standards'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { addWorkingDays } from '@/lib/nhs/working-days'
import { isInWorkingHours } from '@/lib/nhs/working-hours'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { ContactUrgency } from '@/lib/platform/prisma-client/enums'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import type { ContactDates } from '../owed'
import { answerByOf } from '../urgency'

const holidays = parseBankHolidays(england)

/** By when the caller is promised an answer, as the team that is asked has set it. @throws NotFound */
export async function promisedFrom(
  tx: Tx,
  teamId: string,
  urgency: ContactUrgency,
  contactedAt: Date,
): Promise<Date> {
  const { contactAnswerWorkingHours } = await getStandards(tx, teamId)
  return answerByOf(urgency, contactedAt, contactAnswerWorkingHours, holidays)
}

/** The day of the promise, and the working day after it. */
export function datesOf(answerBy: Date): ContactDates {
  const answerOn = londonDate(answerBy)
  return { answerOn, noticedOn: addWorkingDays(answerOn, 1, holidays) }
}

/** The last day for a next try when somebody was not reached: so many working days from today. */
export function lastDayToTryAgain(today: CalendarDate, workingDays: number): CalendarDate {
  return addWorkingDays(today, workingDays, holidays)
}

/** Whether the teams are there now. */
export function isStaffedNow(): boolean {
  return isInWorkingHours(now(), holidays)
}
