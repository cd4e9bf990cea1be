import { z } from 'zod'
import {
  choiceField,
  dateField,
  idField,
  requiredText,
  textField,
  versionField,
} from '@/lib/platform/form-fields'
import { today } from '@/lib/platform/clock'

const past = { notAfter: today }

/** Room is left beside it for how it was settled. */
const LONGEST_NOTE = 5000

/** Fewer characters say nothing to who has to act on it; the database keeps none either. */
const SHORTEST_REASON = 3

const reason = (subject: string, required: string) =>
  requiredText(subject, required, LONGEST_NOTE).refine((text) => text.length >= SHORTEST_REASON, required)

const returnTo = z.string().optional()

export const answerPracticeRequestSchema = z.object({
  requestId: idField,
  version: versionField,
  answer: choiceField(['accepted', 'done', 'declined'], 'Select your practice’s answer'),
  on: dateField('Date', past),
  note: textField('Note', { limit: LONGEST_NOTE }),
  reason: textField('Reason', { limit: LONGEST_NOTE }),
  returnTo,
})

const request = { patientId: idField, requestId: idField, version: versionField, returnTo }

export const withdrawPracticeRequestSchema = z.object({
  ...request,
  withdrawReason: reason('Reason', 'Enter why it is withdrawn'),
})

export const SETTLEMENTS = ['done_here', 'another_practice', 'not_needed'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

export const settleDeclinedRequestSchema = z.object({
  ...request,
  settlement: choiceField(SETTLEMENTS, 'Select what was done instead'),
  on: dateField('Date', past),
  note: reason('Note', 'Enter what was done, or why nothing is needed'),
})
