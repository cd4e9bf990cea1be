import type { BankHolidays } from '@/lib/nhs/working-days'
import { addWorkingHours, closingTime } from '@/lib/nhs/working-hours'
import type { ContactUrgency } from '@/lib/platform/prisma-client/enums'
import type { RedFlagQuestion } from './red-flag-questions'

/** The answers to a red-flag question. Of a letter nobody can be asked. */
export const FLAG_ANSWERS = ['yes', 'no', 'not_asked'] as const
export type FlagAnswer = (typeof FLAG_ANSWERS)[number]

/** Answers by the code of the question. */
export type FlagAnswers = Readonly<Record<string, FlagAnswer>>

type Asked = Pick<RedFlagQuestion, 'code' | 'urgency'>

/**
 * How urgent a contact is by its answers. A yes is as urgent as its question. An emergency that nobody asked about is not
 * ruled out: somebody rings that day to ask.
 *
 * @param questions those that the person was to be asked; one without an answer counts as not asked
 */
export function urgencyOf(questions: readonly Asked[], answers: FlagAnswers): ContactUrgency {
  const said = (question: Asked) => answers[question.code] ?? 'not_asked'
  const yes = questions.filter((question) => said(question) === 'yes')
  if (yes.some(({ urgency }) => urgency === 'emergency')) return 'emergency'
  const notRuledOut = questions.some(
    (question) => question.urgency === 'emergency' && said(question) === 'not_asked',
  )
  return yes.length > 0 || notRuledOut ? 'same_day' : 'standard'
}

/**
 * Our own standards, with no national ones: for local clinical approval. An emergency was told to ring 999; within a
 * working hour somebody makes sure that help came. On the same day means within four working hours and before the team
 * goes home, but at least an hour, so that a call at ten to five is not late before it is read.
 */
const EMERGENCY_HOURS = 1
const SAME_DAY_HOURS = 4
const LEAST_HOURS = 1

/**
 * By when a contact is promised an answer: an instant in working hours.
 *
 * @param standardHours working hours that the team has set for what is not urgent
 */
export function answerByOf(
  urgency: ContactUrgency,
  contactedAt: Date,
  standardHours: number,
  holidays: BankHolidays,
): Date {
  if (urgency === 'emergency') return addWorkingHours(contactedAt, EMERGENCY_HOURS, holidays)
  if (urgency === 'standard') return addWorkingHours(contactedAt, standardHours, holidays)
  const inHours = addWorkingHours(contactedAt, SAME_DAY_HOURS, holidays)
  const closing = closingTime(contactedAt, holidays)
  const sooner = inHours < closing ? inHours : closing
  const least = addWorkingHours(contactedAt, LEAST_HOURS, holidays)
  return sooner > least ? sooner : least
}
