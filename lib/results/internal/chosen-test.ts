import 'server-only'
import { uuidv7 } from 'uuidv7'
import { findAnsweredTest, listAnswerableTests, type AnswerableTest } from '@/lib/follow-up/answerable-tests'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { Answers } from '../answers'
import { knownTests } from '../known-tests'
import { testsWith } from '../what-was-examined'

type Examined = { patientId: string; code: string }

/** The tests of the patient's pathways that a result of this could answer, earliest due first. */
export function testsToAnswer(tx: Tx, { patientId, code }: Examined): Promise<AnswerableTest[]> {
  return listAnswerableTests(tx, { patientId, testCodes: testsWith(knownTests(), code) })
}

/**
 * The test that somebody chose; null where they said that it answers none.
 *
 * @throws RuleBroken if it is none that a result of this could answer, of this patient
 */
export async function chosenTest(
  tx: Tx,
  examined: Examined,
  answers: Exclude<Answers, 'by_date'>,
): Promise<AnswerableTest | null> {
  if (answers === 'none') return null
  const test = await findAnsweredTest(tx, { patientId: examined.patientId, testId: answers })
  if (test && testsWith(knownTests(), examined.code).includes(test.testCode)) return test
  throw new RuleBroken([{ field: 'answers', message: 'Select a test of this person that looks for this' }])
}

type Choice = {
  patientId: string
  resultId: string
  teamId: string
  testId: string | null
  reason: string
  recordedById: string | null
}

/** Keeps a choice. Whoever calls makes the ledger agree. */
export async function keepChoice(tx: Tx, choice: Choice): Promise<void> {
  await tx.chosenTest.createMany({ data: [choiceRow(choice)] })
}

/** A choice as it is kept. */
export function choiceRow(choice: Choice) {
  return { id: uuidv7(), ...choice, recordedAt: now() }
}
