import { z } from 'zod'
import { parseTelephone } from '@/lib/nhs/telephone'
import { today } from '@/lib/platform/clock'
import {
  choiceField,
  dateField,
  idField,
  lineField,
  optionalDateField,
  requiredText,
  textField,
  tickField,
  versionField,
} from '@/lib/platform/form-fields'
import {
  ContactCaller,
  ContactChannel,
  ContactOutcome,
  ContactReason,
} from '@/lib/platform/prisma-client/enums'
import { flagFieldName } from './flag-field'
import { newestQuestions } from './questions-in-force'
import { FLAG_ANSWERS, type FlagAnswer } from './urgency'

const LONGEST_TEXT = 5000

/** Fewer characters say nothing to who has to act on it; the database keeps none either. */
export const SHORTEST_NOTE = 3

const note = textField('Note', { limit: LONGEST_TEXT })
const returnTo = z.string().optional()
/** An answer that was not given is missed by the command, which knows whom each question is for. */
const chosen = <Code extends string>(codes: Readonly<Record<string, Code>>) =>
  z.enum(codes).nullish().catch(null)

const timeField = z
  .string()
  .default('')
  .transform((typed, context) => {
    const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(typed.trim()) ?? []
    if (hours && minutes) return `${hours.padStart(2, '0')}:${minutes}`
    context.addIssue({ code: 'custom', message: 'Enter the time as hours and minutes, like 14:30' })
    return z.NEVER
  })

const callBackNumber = lineField('Number').transform((typed, context) => {
  if (typed === null) return null
  const parsed = parseTelephone(typed)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'Enter a telephone number like 01632 960 001' })
  return z.NEVER
})

/** Puts the answers to red-flag questions, of which each is a field of its own, together by code. */
function withFlags(posted: unknown): unknown {
  if (typeof posted !== 'object' || posted === null) return posted
  const answered = newestQuestions.questions.flatMap(({ code }): [string, FlagAnswer][] => {
    const answer = FLAG_ANSWERS.find((one) => one === Reflect.get(posted, flagFieldName(code)))
    return answer ? [[code, answer]] : []
  })
  return { ...posted, flags: Object.fromEntries(answered) }
}

/** A contact: who, how, when and why, with an answer to every red-flag question, and what comes next. */
export const recordContactSchema = z.preprocess(
  withFlags,
  z.object({
    patientId: idField,
    teamId: z.string().default(''),
    contactedOn: dateField('Date', { notAfter: today }),
    contactedTime: timeField,
    caller: z.enum(ContactCaller, { error: 'Select who got in touch' }),
    callerName: lineField('Name'),
    channel: z.enum(ContactChannel, { error: 'Select how they got in touch' }),
    reason: z.enum(ContactReason, { error: 'Select what it is about' }),
    words: requiredText('Why they got in touch', 'Enter why they got in touch, in their words', LONGEST_TEXT),
    callBackNumber,
    adviceGiven: tickField,
    next: choiceField(['waits', 'answered'], 'Select what happens next'),
    outcome: chosen(ContactOutcome),
    appointmentOn: optionalDateField('Date of the appointment'),
    note,
    flags: z.record(z.string(), z.enum(FLAG_ANSWERS)),
  }),
)

const place = { patientId: idField, contactId: idField, version: versionField, returnTo }

const CONTACT_STEPS = ['decided', 'called_back', 'not_reached', 'escalated', 'handed_to', 'ended'] as const

/** What happened next of a contact that waits. Fields of a step that was not taken are ignored. */
export const answerContactSchema = z.object({
  ...place,
  step: choiceField(CONTACT_STEPS, 'Select what happened'),
  outcome: chosen(ContactOutcome),
  appointmentOn: optionalDateField('Date of the appointment'),
  againOn: optionalDateField('Date of the next try'),
  /** A member of staff of the team, or nobody in particular. */
  clinician: z.string().default(''),
  /** `staff:` or `team:` with its id. */
  handTo: z.string().default(''),
  note,
})

const APPOINTMENT_STEPS = ['seen', 'moved', 'ended'] as const

/** What became of an appointment that was promised. */
export const changeAppointmentSchema = z.object({
  ...place,
  step: choiceField(APPOINTMENT_STEPS, 'Select what became of the appointment'),
  appointmentOn: optionalDateField('New date'),
  note,
})
