import { calendarDateOf, monthNamed, type CalendarDate } from '@/lib/nhs/calendar-date'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'

export type DateField = 'day' | 'month' | 'year'

/** A date as typed into three boxes. */
export type DateFields = Record<DateField, string>

/** What is wrong, and which boxes to mark. With `missing`, all three boxes means that nothing was typed. */
export type DateFieldsFault = { kind: 'missing' | 'year_not_four_digits' | 'not_real'; fields: DateField[] }

const FIELDS: readonly DateField[] = ['day', 'month', 'year']

/**
 * Reads a date typed into three boxes. The month may be a number or its English name; the year has four digits.
 * The fault says what is missing, or that the year is not four digits, or which boxes make it no real date.
 */
export function parseDateFields(typed: DateFields): Parsed<CalendarDate, DateFieldsFault> {
  const fields = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() }
  const missing = FIELDS.filter((field) => fields[field] === '')
  if (missing.length > 0) return refused({ kind: 'missing', fields: missing })

  const day = wholeNumber(fields.day, 31)
  const month = wholeNumber(fields.month, 12) ?? monthNamed(fields.month)
  const year = wholeNumber(fields.year, 9999)
  if (day === null || month === null || year === null) {
    const numbers = { day, month, year }
    return refused({ kind: 'not_real', fields: FIELDS.filter((field) => numbers[field] === null) })
  }
  if (fields.year.length !== 4) return refused({ kind: 'year_not_four_digits', fields: ['year'] })

  const date = calendarDateOf({ year, month, day })
  return date ? read(date) : refused({ kind: 'not_real', fields: [...FIELDS] })
}

/** A number from 1 to the highest that can be, or null. */
function wholeNumber(text: string, highest: number): number | null {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= highest ? number : null
}

/**
 * The message for a date that could not be read, in the words of the NHS service manual.
 * `subject` is the date's name as it starts a sentence: 'Date of birth'.
 */
export function dateFieldsFaultWords(fault: DateFieldsFault, subject: string): string {
  if (fault.kind === 'year_not_four_digits') return `${subject} must have a year of 4 numbers`
  if (fault.kind === 'not_real') return `${subject} must be a real date`
  if (fault.fields.length === FIELDS.length)
    return `Enter ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`
  return `${subject} must include a ${fault.fields.join(' and ')}`
}
