import { z } from 'zod'
import { ageOn, type CalendarDate } from '@/lib/nhs/calendar-date'
import { dateFieldsFaultWords } from '@/lib/nhs/date-fields'
import { parsePeriodFields } from '@/lib/nhs/date-period'
import { parseDiagnosisCode } from '@/lib/nhs/diagnosis-code'
import { parseTnmCategory, type TnmLetter } from '@/lib/nhs/tnm-category'
import { OLDEST_AGE } from '@/lib/platform/form-fields'

export const diagnosisCodeField = z
  .string()
  .default('')
  .transform((typed, context) => {
    const parsed = parseDiagnosisCode(typed)
    if (parsed.ok) return parsed.value
    return fail(
      context,
      parsed.fault === 'missing'
        ? 'Enter the ICD-10 code'
        : 'ICD-10 code must be one of a cancer, for example C50.9 or D05',
    )
  })

const postedDate = z.object({
  day: z.string().default(''),
  month: z.string().default(''),
  year: z.string().default(''),
})

/**
 * A date typed into three boxes, of which the day, or the day and the month, may be left empty.
 *
 * @param subject as it starts a sentence: 'Date of diagnosis'
 * @param today asked at each use
 */
export function periodField(subject: string, today: () => CalendarDate) {
  return postedDate.default({ day: '', month: '', year: '' }).transform((typed, context) => {
    const parsed = parsePeriodFields(typed)
    if (!parsed.ok) {
      const { fields } = parsed.fault
      const box = fields.length > 0 && !fields.includes('day') ? [fields[0] ?? ''] : []
      return fail(context, dateFieldsFaultWords(parsed.fault, subject), box)
    }
    const { on } = parsed.value
    if (on > today()) return fail(context, `${subject} must be today or in the past`)
    if (ageOn(on, today()) > OLDEST_AGE)
      return fail(context, `${subject} must be within the last ${OLDEST_AGE} years`)
    return parsed.value
  })
}

/** One of a list of codes, or nothing picked. */
export function optionalCode<const Code extends string>(codes: readonly Code[], required: string) {
  return z
    .union([z.literal(''), z.enum(codes)], { error: required })
    .default('')
    .transform((picked) => (picked === '' ? null : picked))
}

/** The id of a row that is picked from a list, or nothing picked. */
export function optionalId(required: string) {
  return z
    .union([z.literal(''), z.uuid({ error: required })])
    .default('')
    .transform((picked) => (picked === '' ? null : picked))
}

/** A category of TNM as it is written, `pT2`, or nothing. */
export function tnmField(letter: TnmLetter, example: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const parsed = parseTnmCategory(letter, typed)
      if (parsed.ok) return parsed.value
      if (parsed.fault === 'missing') return null
      return fail(
        context,
        parsed.fault === 'no_basis'
          ? `${letter} must begin with c (clinical) or p (pathological), for example ${example}`
          : `${letter} must be a category of TNM, for example ${example}`,
      )
    })
}

const LONGEST_STAGE_GROUP = 10

/** `IIA`, however it is written; `Stage` before it is left out. */
export const stageGroupField = z
  .string()
  .default('')
  .transform((typed, context) => {
    const text = typed.replace(/^\s*stage\b/i, '').replace(/\s/g, '')
    if (text === '') return null
    if (text.length > LONGEST_STAGE_GROUP || !/^[0-9a-z]+$/i.test(text))
      return fail(context, 'Stage group must be one such as IIA. Put anything else in the stage in words')
    return /^0/.test(text) ? text.toLowerCase() : text.toUpperCase()
  })

function fail(context: z.RefinementCtx, message: string, path: PropertyKey[] = []): never {
  context.addIssue({ code: 'custom', message, path })
  return z.NEVER
}
