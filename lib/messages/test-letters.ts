import type { Block } from '@/lib/documents/document'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import type { ResultDecision, ToldBy } from '@/lib/platform/prisma-client/enums'
import { lowerFirst } from './labels'
import type { LetterBody } from './letter-frame'
import { callUs, wayBackBlocks, type WayBack } from './way-back'

/** A test to come, as letters to the person call it: `PSA blood test`. */
export type ComingTest = { test: string; on: CalendarDate }

/** One part of a result: `PSA`, `<0.01 µg/L`. `isReport`: in words, of a scan or an examination. */
export type ToldResult = { name: string; words: string; isReport: boolean }

/** A test that was done and reviewed. */
export type ToldTest = {
  test: string
  takenOn: CalendarDate
  results: readonly ToldResult[]
  /** What was decided on each part, other than that it is in range. */
  decisions: readonly ResultDecision[]
  /** Null where no other test is planned. */
  next: ComingTest | null
  wayBack: WayBack
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const heading = (words: string): Block => ({ kind: 'heading', level: 2, words })

/** Tells of a result that asks for nothing. */
export function resultInRangeLetter(told: ToldTest): LetterBody {
  const { test, results, next, wayBack } = told
  const isReport = results.every((result) => result.isReport)
  const good = isReport
    ? 'It shows nothing new. You do not need any treatment because of it.'
    : 'This is in the range that we look for. You do not need any treatment because of it.'
  return {
    heading: `Your result: ${test}`,
    blocks: [
      paragraph(`Thank you for having your ${test}. We have looked at the result. ${good}`),
      resultFacts(told),
      heading('What happens next'),
      ...nextBlocks(next),
      ...wayBackBlocks(wayBack),
    ],
  }
}

/** Asks the person to ring about a result. It does not say what the result is: a person does. */
export function resultToDiscussLetter({ test, wayBack }: Pick<ToldTest, 'test' | 'wayBack'>): LetterBody {
  return {
    heading: `Please call us about your ${test}`,
    blocks: [
      paragraph(`We have looked at the result of your ${test}. We would like to talk about it with you.`),
      paragraph(
        `We may have tried to call you. Please ${lowerFirst(callUs(wayBack))} as soon as you can, on working days from 9 am to 5 pm. Say that you have this letter.`,
      ),
      paragraph(
        'Being asked to call does not tell you what the result is. Often we want to do the test again, or ask how you are.',
      ),
      paragraph('You may have someone with you when we talk. If you need an interpreter, tell us.'),
      ...wayBackBlocks(wayBack),
    ],
  }
}

const DECISIONS: Readonly<Record<ResultDecision, string | null>> = {
  in_range: null,
  repeat: 'We would like you to have the test again.',
  contact: null,
  suspend: 'We ask for no more tests until we have looked into this.',
  recall: 'We would like to see you in clinic. We will send you a date soon.',
  continue: 'Your follow-up goes on as planned.',
}

const TALKED: Readonly<Record<ToldBy, string>> = {
  telephone: 'We talked with you by telephone',
  in_person: 'We talked with you in person',
  letter: 'We wrote to you',
  email: 'We wrote to you',
  text_message: 'We wrote to you',
}

/** Sets down what a person has told somebody about a result that is not in range. */
export function resultDiscussedLetter(
  told: ToldTest,
  { toldBy, toldOn }: { toldBy: ToldBy; toldOn: CalendarDate },
): LetterBody {
  const { test, next, wayBack, decisions } = told
  const decided = decisions.flatMap((decision) => DECISIONS[decision] ?? [])
  return {
    heading: `Your result: ${test}`,
    blocks: [
      paragraph(
        `${TALKED[toldBy]} on ${formatDateForPatient(toldOn)} about your ${test}. This letter says it again, so that you have it in writing.`,
      ),
      resultFacts(told),
      heading('What happens next'),
      ...[...new Set(decided)].map(paragraph),
      ...nextBlocks(next),
      paragraph(`If you would like to talk about it again, please ${lowerFirst(callUs(wayBack))}.`),
      ...wayBackBlocks(wayBack),
    ],
  }
}

function resultFacts({ takenOn, results }: ToldTest): Block {
  const day = { name: 'Date of the test', words: formatDateForPatient(takenOn) }
  return { kind: 'facts', facts: [day, ...results.map(({ name, words }) => ({ name, words }))] }
}

function nextBlocks(next: ComingTest | null): Block[] {
  if (!next) return [paragraph('No other test is planned for now. We will write to you if that changes.')]
  return [
    paragraph(
      `Your next test is your ${next.test}. It is due around ${formatDateForPatient(next.on)}. We will write to you before then.`,
    ),
  ]
}
