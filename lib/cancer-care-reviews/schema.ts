import { z } from 'zod'
import { choiceField, dateField, idField, requiredText, textField } from '@/lib/platform/form-fields'
import { today } from '@/lib/platform/clock'
import { ReviewChannel } from '@/lib/platform/prisma-client/enums'

const past = { notAfter: today }
const place = { patientId: idField, diagnosisId: idField }
/** The list that the form was reached from. */
const returnTo = z.string().optional()

export const recordInvitationSchema = z.object({
  ...place,
  on: dateField('Date of the invitation', past),
  channel: z.enum(ReviewChannel, { error: 'Select how the person was invited' }),
  note: textField('Note'),
  returnTo,
})

export const recordDeclineSchema = z.object({
  ...place,
  on: dateField('Date', past),
  note: textField('Note'),
  returnTo,
})

/** What excuses a practice for good, until it is recorded as an error. */
export const REVIEW_EXCEPTIONS = ['palliative_care', 'unsuitable'] as const

export const recordExceptionSchema = z.object({
  ...place,
  kind: choiceField(REVIEW_EXCEPTIONS, 'Select why no review is needed'),
  on: dateField('Date', past),
  note: requiredText('Reason', 'Enter the reason'),
  returnTo,
})

export const voidReviewFactSchema = z.object({
  ...place,
  factId: idField,
  reason: requiredText('Reason', 'Enter what was wrong'),
})
