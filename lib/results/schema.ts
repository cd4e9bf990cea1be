import { z } from 'zod'
import { choiceField, dateField, idField, lineField, textField } from '@/lib/platform/form-fields'
import { today } from '@/lib/platform/clock'
import { REPORT_OUTCOMES } from './result'

const LONGEST_REPORT = 20_000
/** Fewer characters say nothing to who reads it later. */
const SHORTEST_REASON = 3

const reasonField = (subject: string, required: string) =>
  textField(subject, { limit: 2000 }).refine(
    (text) => text === null || text.trim().length >= SHORTEST_REASON,
    required,
  )

export const fileResultSchema = z.object({
  patientId: idField,
  /** An analyte, or the test that a report is of. */
  code: z.string().min(1, 'Select what was examined'),
  value: lineField('Value'),
  unit: lineField('Unit'),
  reportText: textField('Report', { limit: LONGEST_REPORT }),
  outcome: z
    .enum(REPORT_OUTCOMES)
    .or(z.literal('').transform(() => undefined))
    .optional(),
  sampledOn: dateField('Date of the sample or examination', { notAfter: today }),
  /** Why a value is right that looks wrong. */
  confirmedSlip: reasonField('How you know', 'Enter how you know that this is right'),
  /** The result that was filed wrongly. */
  replaces: idField.or(z.literal('').transform(() => undefined)).optional(),
})

export const DECISIONS = ['repeat', 'contact', 'suspend', 'recall', 'continue'] as const

export const reviewResultSchema = z.object({
  patientId: idField,
  resultId: idField,
  /** The judgement that was shown: if another fact changed it, nothing is decided on what nobody saw. */
  judgementId: idField,
  decision: choiceField(DECISIONS, 'Select what happens next'),
  note: textField('Note', { limit: 5000 }),
})
