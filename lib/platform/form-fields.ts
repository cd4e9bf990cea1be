import { z } from 'zod'
import { ageOn, type CalendarDate } from '@/lib/nhs/calendar-date'
import { dateFieldsFaultWords, parseDateFields } from '@/lib/nhs/date-fields'
import { checkFreeText, FREE_TEXT_LIMIT, freeTextFaultWords, SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'

/** Nobody alive or newly recorded is older. */
export const OLDEST_AGE = 130

type TextRule = { required?: string; limit?: number }

/**
 * Text of several lines, kept exactly as typed or refused with the limit. Blank gives null.
 *
 * @param subject the field's name as it starts a sentence
 * @param rule `required`: what to say when it is blank
 */
export function textField(subject: string, rule: TextRule = {}) {
  const limit = rule.limit ?? FREE_TEXT_LIMIT
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const checked = checkFreeText(typed, limit)
      if (!checked.ok) return fail(context, freeTextFaultWords(checked.fault, subject, limit))
      if (checked.value.trim() !== '') return checked.value
      return rule.required ? fail(context, rule.required) : null
    })
}

/** Text of one line, without blanks around it. Blank gives null. */
export function lineField(subject: string, rule: TextRule = {}) {
  return textField(subject, { limit: SHORT_TEXT_LIMIT, ...rule }).transform(
    (text) => text?.trim().replace(/\s+/g, ' ') ?? null,
  )
}

/** As `textField`, where it may not be blank. */
export function requiredText(subject: string, required: string, limit: number = FREE_TEXT_LIMIT) {
  return textField(subject, { required, limit }).pipe(z.string())
}

/** As `lineField`, where it may not be blank. */
export function requiredLine(subject: string, required: string, limit: number = SHORT_TEXT_LIMIT) {
  return lineField(subject, { required, limit }).pipe(z.string())
}

const postedDate = z.object({
  day: z.string().default(''),
  month: z.string().default(''),
  year: z.string().default(''),
})

type DateRule = { notAfter?: () => CalendarDate; notBefore?: () => CalendarDate }

/**
 * A date typed into three boxes.
 *
 * @param subject as it starts a sentence: 'Date of offer'
 * @param rule `notAfter` and `notBefore` are asked at each use, so that "today" is the day of use
 */
export function dateField(subject: string, rule: DateRule = {}) {
  return postedDate.default({ day: '', month: '', year: '' }).transform((typed, context) => {
    const parsed = parseDateFields(typed)
    if (!parsed.ok)
      return fail(context, dateFieldsFaultWords(parsed.fault, subject), dateFault(parsed.fault.fields))
    const message = boundsFault(parsed.value, subject, rule)
    return message ? fail(context, message) : parsed.value
  })
}

/** As `dateField`, where nothing typed gives null. */
export function optionalDateField(subject: string, rule: DateRule = {}) {
  return postedDate.default({ day: '', month: '', year: '' }).transform((typed, context) => {
    if (`${typed.day}${typed.month}${typed.year}`.trim() === '') return null
    const result = dateField(subject, rule).safeParse(typed)
    if (result.success) return result.data
    const [issue] = result.error.issues
    return fail(context, issue?.message ?? `${subject} must be a real date`, issue?.path)
  })
}

function boundsFault(date: CalendarDate, subject: string, rule: DateRule): string | null {
  const latest = rule.notAfter?.()
  if (latest && date > latest) return `${subject} must be today or in the past`
  const earliest = rule.notBefore?.()
  if (earliest && date < earliest) return `${subject} is too early`
  return latest && ageOn(date, latest) > OLDEST_AGE
    ? `${subject} must be within the last ${OLDEST_AGE} years`
    : null
}

/** The first box at fault, unless it is the day, which carries the name of the whole. */
function dateFault(fields: readonly string[]): string[] {
  return fields.length > 0 && !fields.includes('day') ? [fields[0] ?? ''] : []
}

/** One of a list of codes. */
export function choiceField<const Code extends string>(codes: readonly [Code, ...Code[]], required: string) {
  return z.enum(codes, { error: required })
}

/** A tick box on its own. */
export const tickField = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '')

/** A score from 0 to 10; blank gives null, "not scored". */
export function scoreField(subject: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.trim()
      if (text === '') return null
      return /^(10|[0-9])$/.test(text)
        ? Number(text)
        : fail(context, `${subject} must be a whole number from 0 to 10`)
    })
}

/** The id of a row. An id of the wrong shape is as one that is not there. */
export const idField = z.uuid({ error: 'Open the page again: this form is not complete' })

/** The version that was shown. */
export const versionField = z.coerce.number().int().min(1)

function fail(context: z.RefinementCtx, message: string, path: PropertyKey[] = []): never {
  context.addIssue({ code: 'custom', message, path })
  return z.NEVER
}
