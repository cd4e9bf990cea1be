import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { findResultFacts } from './internal/result-rows'
import type { ResultFact } from './result'
import { reviewsThatStand } from './review-state'

/** A version of a result that was filed for a surveillance test. */
export type ResultOfTest = ResultFact & { testId: string }

export type ResultsOfTests = {
  results: ResultOfTest[]
  /** Of each result as it is judged now: what an alert raised since then has to be looked at again. */
  reviews: { resultId: string; on: CalendarDate }[]
}

/** Every version of every result of these surveillance tests, and when each was reviewed, as far as the actor may read them. */
export async function readResultsOfTests(tx: Tx, testIds: readonly string[]): Promise<ResultsOfTests> {
  if (testIds.length === 0) return { results: [], reviews: [] }
  const rows = await findResultFacts(tx, testIds)
  return {
    results: rows.map(({ fact, testId }) => ({ ...fact, testId: testId ?? '' })),
    reviews: rows.flatMap((row) =>
      reviewsThatStand(row).map(({ reviewedOn }) => ({
        resultId: row.id,
        on: fromDatabaseDate(reviewedOn),
      })),
    ),
  }
}
