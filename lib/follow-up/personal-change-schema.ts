import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { idField, optionalDateField, requiredText, textField, versionField } from '@/lib/platform/form-fields'
import { SHORTEST_REASON } from './override-rules'
import { PERSONAL_CHANGE_KINDS } from './personal-changes'

const reasonField = requiredText('Reason', 'Enter the reason').refine(
  (text) => text.trim().length >= SHORTEST_REASON,
  'Enter the reason',
)

const INCOMPLETE = 'Open the page again: this form is not complete'

/** A number as it was typed; null where nothing was, not a number where it is none. */
const typedNumber = z
  .string()
  .default('')
  .transform((typed) => {
    const text = typed.trim()
    if (text === '') return null
    return /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
  })

const place = { patientId: idField, pathwayId: idField, version: versionField }

export const changeForPersonSchema = z.object({
  ...place,
  kind: z.enum(PERSONAL_CHANGE_KINDS, { error: INCOMPLETE }),
  /** Code of a test, of an interval. */
  test: z.string().max(60).default(''),
  months: typedNumber,
  fromOn: optionalDateField('Day from which it holds'),
  /** Code of a rule, of a threshold. */
  rule: z.string().max(60).default(''),
  value: typedNumber,
  years: typedNumber,
  on: optionalDateField('Day that tests are counted from', { notAfter: today }),
  /** Asked for with what else is missing (`typedChange`), so that nobody mends one to be told of the next. */
  reason: textField('Reason').transform((text) => text ?? ''),
})

export const takeBackChangeSchema = z.object({
  ...place,
  /** Key of the change, as `overrideKey` makes it. */
  change: z.string().min(1, INCOMPLETE).max(200),
  reason: reasonField,
})
