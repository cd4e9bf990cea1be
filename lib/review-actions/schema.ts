import { z } from 'zod'
import { choiceField, idField, optionalDateField, textField } from '@/lib/platform/form-fields'
import { today } from '@/lib/platform/clock'
import { ANSWERS } from './rules'

/** Room is left beside it for what else the fact says. */
const LONGEST_NOTE = 5000

/** The form for what became of an action: each answer has boxes of its own, so that none is asked for twice. */
export const answerReviewActionSchema = z.object({
  patientId: idField,
  actionId: idField,
  version: z.coerce.number().int().min(0),
  answer: choiceField(ANSWERS, 'Select what became of it'),
  doneOn: optionalDateField('Date', { notAfter: today }),
  outcome: textField('What came of it', { limit: LONGEST_NOTE }),
  declinedReason: textField('Reason', { limit: LONGEST_NOTE }),
  notNeededReason: textField('Reason', { limit: LONGEST_NOTE }),
  postponedTo: optionalDateField('New date', { notBefore: today }),
  postponedReason: textField('Reason', { limit: LONGEST_NOTE }),
  returnTo: z.string().optional(),
})
