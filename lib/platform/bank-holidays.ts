import { z } from 'zod'
import { parseCalendarDate, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { BankHolidays } from '@/lib/nhs/working-days'
import { parseReferenceData, repeatedPlaces } from '@/lib/platform/reference-data'

const eventSchema = z.strictObject({
  date: z.string().refine((text) => isCalendarDate(text), 'must be a day that exists, as yyyy-MM-dd'),
  title: z.string().trim().min(1, 'must not be empty'),
  /** As GOV.UK has it: "Substitute day", or nothing. */
  notes: z.string(),
  /** GOV.UK says where flags fly; nothing here reads it, so that its events can be pasted in as they are. */
  bunting: z.boolean().optional(),
})

const fileSchema = z
  .strictObject({
    name: z.literal('bank-holidays'),
    version: z.string().min(1, 'must not be empty'),
    division: z.literal('england-and-wales'),
    source: z.string().trim().min(1, 'must not be empty'),
    events: z.array(eventSchema).min(1, 'must hold at least one day'),
  })
  .superRefine(({ events }, context) => {
    for (const place of repeatedPlaces(events.map((event) => event.date)))
      context.addIssue({ code: 'custom', path: ['events', place, 'date'], message: 'is there twice' })
    const years = [...new Set(events.map((event) => yearOf(event.date)))].sort((one, other) => one - other)
    const gap = years.find((year, place) => place > 0 && year !== years[place - 1]! + 1)
    if (gap !== undefined)
      context.addIssue({ code: 'custom', path: ['events'], message: `hold no day of ${gap - 1}` })
  })

function isCalendarDate(text: string): boolean {
  const parsed = parseCalendarDate(text)
  return parsed.ok && parsed.value === text
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/**
 * The bank holidays of England from a reference file: `events` are those of the division `england-and-wales` in
 * www.gov.uk/bank-holidays.json, so a newer list can be pasted in.
 *
 * @throws ReferenceDataError naming every faulty day, a day that is there twice and a year left out
 */
export function parseBankHolidays(data: unknown): BankHolidays {
  const { events } = parseReferenceData(fileSchema, 'The list of bank holidays', data)
  return events.map((event) => event.date).sort()
}
