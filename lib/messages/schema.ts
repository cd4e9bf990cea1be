import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import {
  choiceField,
  dateField,
  idField,
  requiredLine,
  requiredText,
  textField,
  versionField,
} from '@/lib/platform/form-fields'
import { ContactBlockReason, MessageRecipient } from '@/lib/platform/prisma-client/enums'
import { SETTLEMENTS } from './message'

const past = { notAfter: today }

/** The database keeps no longer ones; fewer characters say nothing. */
const LONGEST_REASON = 1000
const SHORTEST_REASON = 3

const reason = (subject: string, required: string) =>
  requiredText(subject, required, LONGEST_REASON).refine(
    (text) => text.trim().length >= SHORTEST_REASON,
    required,
  )

/** Of a letter written by hand: two sides of paper. */
const LONGEST_LETTER = 6000

const returnTo = z.string().optional()
const message = { patientId: idField, messageId: idField, returnTo }

/** As many as one page of letters to post holds. */
export const MOST_LETTERS = 25

const oneOrMore = z.union([z.array(idField), idField.transform((id) => [id])])

export const postLettersSchema = z.object({
  letter: oneOrMore.pipe(z.array(z.string()).min(1).max(MOST_LETTERS)),
  postedOn: dateField('Date', past),
})

export const settleMessageSchema = z.object({
  ...message,
  settlement: choiceField(SETTLEMENTS, 'Select what came of it'),
  on: dateField('Date', past),
  note: reason('Note', 'Enter how the person was told, or why nothing more is needed'),
})

export const withdrawMessageSchema = z.object({
  ...message,
  withdrawReason: reason('Reason', 'Enter why it is withdrawn'),
})

export const markLetterReadSchema = z.object({ messageId: idField })

export const writeLetterSchema = z.object({
  patientId: idField,
  recipient: z.enum(MessageRecipient, { error: 'Select who the letter is for' }),
  heading: requiredLine('Heading', 'Enter what the letter is about'),
  body: requiredText('Letter', 'Enter what the letter says', LONGEST_LETTER),
})

export const BLOCKED_CHANNELS = ['letter', 'email', 'text_message', 'all'] as const

export const recordBlockSchema = z.object({
  patientId: idField,
  channel: choiceField(BLOCKED_CHANNELS, 'Select which messages are stopped'),
  reason: z.enum(ContactBlockReason, { error: 'Select why' }),
  note: textField('Note', { limit: LONGEST_REASON }),
})

export const endBlockSchema = z.object({ patientId: idField, blockId: idField, version: versionField })
