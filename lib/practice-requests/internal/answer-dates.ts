import 'server-only'
import { practiceAnswerDays } from '@/lib/care-teams/standards'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { addWorkingDays } from '@/lib/nhs/working-days'
import type { Tx } from '@/lib/platform/database'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }

const holidays = parseBankHolidays(england)

/** The working day by which a practice asked on this day answers, as the team that asks has set it. */
export async function answerDueFrom(tx: Tx, teamId: string, askedOn: CalendarDate): Promise<CalendarDate> {
  return addWorkingDays(askedOn, await practiceAnswerDays(tx, teamId), holidays)
}

/** The working day on which the team asks where the answer is. */
export function noticedAfter(answerDueOn: CalendarDate): CalendarDate {
  return addWorkingDays(answerDueOn, 1, holidays)
}
