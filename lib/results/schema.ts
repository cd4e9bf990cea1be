import { z } from 'zod'
import { addDays } from '@/lib/nhs/calendar-date'
import {
  choiceField,
  dateField,
  idField,
  lineField,
  optionalDateField,
  requiredText,
  textField,
  versionField,
} from '@/lib/platform/form-fields'
import { today } from '@/lib/platform/clock'
import { ToldBy } from '@/lib/platform/prisma-client/enums'
import { answersField } from './answers'
import { RESULT_FILE_BYTES, RESULT_FILE_TOO_LARGE } from './file/result-file-columns'
import { REPORT_OUTCOMES } from './result'

const LONGEST_REPORT = 20_000
/** Fewer characters say nothing to who reads it later. */
const SHORTEST_REASON = 3

const reasonField = (subject: string, required: string) =>
  textField(subject, { limit: 2000 }).refine(
    (text) => text === null || text.trim().length >= SHORTEST_REASON,
    required,
  )

/** An analyte, or the test that a report is of. Not named `code`: what is typed into that is never shown again. */
const examinedField = z.string().min(1, 'Select what was examined')

/** The field's name is the form's; the command knows it as the code that it is. */
export const asCode = <Form extends { examined: string }>({ examined, ...form }: Form) => ({
  ...form,
  code: examined,
})

/** In the order of the page. */
export const fileResultSchema = z.object({
  patientId: idField,
  examined: examinedField,
  value: lineField('Value'),
  unit: lineField('Unit'),
  reportText: textField('Report', { limit: LONGEST_REPORT }),
  outcome: z
    .enum(REPORT_OUTCOMES)
    .or(z.literal('').transform(() => undefined))
    .optional(),
  sampledOn: dateField('Date of the sample or examination', { notAfter: today }),
  answers: answersField,
  /** Why a value is right that looks wrong. */
  confirmedSlip: reasonField('How you know', 'Enter how you know that this is right'),
  /** The result that was filed wrongly. */
  replaces: idField.or(z.literal('').transform(() => undefined)).optional(),
})

const DECISIONS = ['repeat', 'contact', 'suspend', 'recall', 'continue'] as const

const later = () => addDays(today(), 1)

export const reviewResultSchema = z.object({
  patientId: idField,
  resultId: idField,
  /** The judgement that was shown: nothing is decided on what nobody saw. */
  judgementId: idField,
  decision: choiceField(DECISIONS, 'Select what happens next'),
  /** When the test is repeated. */
  repeatOn: optionalDateField('Date of the repeat', { notBefore: later }),
  /** When suspended follow-up is looked at again. */
  suspendUntil: optionalDateField('Date to look at it again', { notBefore: later }),
  note: textField('Note', { limit: 5000 }),
  returnTo: z.string().optional(),
})

export const chooseTestSchema = z.object({
  patientId: idField,
  resultId: idField,
  /** The test that it answered when the page was opened; empty for none. */
  shownTestId: z.literal('').or(idField),
  answers: z.literal('none').or(z.uuid({ error: 'Select which test it answers' })),
  reason: requiredText('Reason', 'Enter why', 2000).refine(
    (text) => text.trim().length >= SHORTEST_REASON,
    'Enter why',
  ),
})

export const tellResultSchema = z.object({
  patientId: idField,
  resultId: idField,
  toldBy: z.enum(ToldBy, { error: 'Select how the person was told' }),
  on: dateField('Date', { notAfter: today }),
  note: textField('Note', { limit: 5000 }),
  returnTo: z.string().optional(),
})

const MOST_AT_ONCE = 100

/** A day that was shown; the word `none` where none was. */
const shownDay = z
  .literal('none')
  .transform(() => null)
  .or(z.iso.date())

/** What a list was ticked for, each box with its ids and days as shown and blanks between. At least one, at most a hundred. */
const shownOnes = <Shown>(fields: readonly string[], shown: z.ZodType<Shown>) => {
  const one = z.string().transform((text, context) => {
    const values = text.split(' ')
    const parsed = shown.safeParse(Object.fromEntries(fields.map((field, place) => [field, values[place]])))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'Open the page again: this form is not complete' })
    return z.NEVER
  })
  return z
    .union([z.string().transform((text) => [text]), z.array(z.string())], {
      error: 'Choose at least one result',
    })
    .pipe(z.array(one).max(MOST_AT_ONCE, `Choose ${MOST_AT_ONCE} results or fewer at once`))
}

export const confirmResultsSchema = z.object({
  results: shownOnes(
    ['patientId', 'resultId', 'judgementId'],
    z.object({ patientId: idField, resultId: idField, judgementId: idField }),
  ),
})

export const tellResultsSchema = z.object({
  tellings: shownOnes(
    ['patientId', 'subjectId', 'reviewId', 'nextOn'],
    z.object({ patientId: idField, subjectId: idField, reviewId: idField, nextOn: shownDay }),
  ),
})

export const fileUnmatchedSchema = z
  .object({
    unmatchedId: idField,
    version: versionField,
    patientId: z.uuid({ error: 'Select whose it is' }),
    /** Why it is this person where the message says otherwise of them than the record. */
    howKnown: reasonField('How you know', 'Enter how you know that it is this person'),
    examined: examinedField,
    value: lineField('Value'),
    unit: lineField('Unit'),
    reportText: textField('Report', { limit: LONGEST_REPORT }),
    outcome: z
      .enum(REPORT_OUTCOMES)
      .or(z.literal('').transform(() => undefined))
      .optional(),
    sampledOn: dateField('Date of the sample or examination', { notAfter: today }),
    answers: answersField,
  })
  .transform(asCode)

export const setAsideSchema = z.object({
  unmatchedId: idField,
  version: versionField,
  reason: requiredText('Reason', 'Enter why it is set aside', 2000).refine(
    (text) => text.trim().length >= SHORTEST_REASON,
    'Enter why it is set aside',
  ),
})

export const stageResultFileSchema = z.object({
  teamId: idField,
  file: z
    .instanceof(File, { error: 'Select a file' })
    .refine((file) => file.size <= RESULT_FILE_BYTES, { error: RESULT_FILE_TOO_LARGE }),
})

export const resultFileSchema = z.object({ fileId: idField })
