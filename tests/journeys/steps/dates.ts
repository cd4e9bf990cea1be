import type { Locator, Page } from '@playwright/test'
import { partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'

/** Types a date into the three boxes under its question. */
export async function fillDate(page: Page | Locator, question: string, date: CalendarDate): Promise<void> {
  const group = page.getByRole('group', { name: question, exact: true })
  const { day, month, year } = partsOf(date)
  await group.getByRole('textbox', { name: 'Day' }).fill(String(day))
  await group.getByRole('textbox', { name: 'Month' }).fill(String(month))
  await group.getByRole('textbox', { name: 'Year' }).fill(String(year))
}
