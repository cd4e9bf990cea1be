import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { choiceRow } from './internal/chosen-test'
import { findResults } from './internal/result-rows'
import { oweReviews } from './internal/review-tasks'
import { knownTests } from './known-tests'
import { resultsInForce } from './result'
import { testsWith } from './what-was-examined'

/** A result in force, as far as which test it answers. */
export type PlacedResult = {
  id: string
  /** The tests that it could be part of. */
  tests: readonly string[]
  sampledOn: CalendarDate
  /** The test of a pathway that it answers; null where it stands by itself. */
  testId: string | null
  /** Somebody said so. */
  isChosen: boolean
}

/** The results in force of a patient, for who has them open and holds their results. */
export async function listPlacedResults(tx: Tx, patientId: string): Promise<PlacedResult[]> {
  const rows = await findResults(tx, { patientId })
  const inForce = new Set(resultsInForce(rows.map(({ fact }) => fact)).map(({ id }) => id))
  return rows
    .filter(({ id }) => inForce.has(id))
    .map(({ id, analyteCode, sampledOn, testId, isChosen }) => ({
      id,
      tests: testsWith(knownTests(), analyteCode),
      sampledOn: fromDatabaseDate(sampledOn),
      testId,
      isChosen,
    }))
}

/** That a result answers a test. */
export type Answer = { resultId: string; testId: string; teamId: string }

type Said = { patientId: string; reason: string; recordedById: string | null }

/**
 * Keeps which tests results answer, as if somebody had chosen, and makes the ledger agree but for pathways that are left
 * without a result. For who holds the patient's results and follow-up.
 *
 * @returns what the access log has to say of it
 */
export async function keepAnswers(
  tx: Tx,
  { patientId, reason, recordedById }: Said,
  answers: readonly Answer[],
): Promise<AccessEntry[]> {
  const said = { patientId, reason, recordedById }
  await tx.chosenTest.createMany({ data: answers.map((answer) => choiceRow({ ...said, ...answer })) })
  await oweReviews(tx, patientId, 'superseded')
  return answers.map(({ resultId }) => ({ event: 'result.test_chosen', patientId, entityId: resultId }))
}
