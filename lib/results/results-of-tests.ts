import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { findResultsOfTests } from './internal/results-in-bulk'
import type { ResultFact } from './result'
import { reviewsThatStand } from './review-state'

/** A version of a result that answers a surveillance test. `isChosen`: somebody said so, whatever its day. */
export type ResultOfTest = ResultFact & { testId: string; isChosen: boolean }

export type ResultsOfTests = {
  results: ResultOfTest[]
  /** Of each result as it is judged now: what an alert raised since then has to be looked at again. */
  reviews: { resultId: string; on: CalendarDate }[]
  /** What the person was told while a result answered no test. */
  tellings: { resultId: string; on: CalendarDate }[]
}

/** Every version of every result of these surveillance tests, and when each was reviewed, as far as the actor may read them. */
export async function readResultsOfTests(tx: Tx, testIds: readonly string[]): Promise<ResultsOfTests> {
  if (testIds.length === 0) return { results: [], reviews: [], tellings: [] }
  return resultsOfTests(await findResultsOfTests(tx, testIds), new Set(testIds))
}

type Row = {
  id: string
  testId: string | null
  isChosen: boolean
  fact: ResultFact
  tellings: readonly { on: Date }[]
} & Parameters<typeof reviewsThatStand<{ id: string; reviewedOn: Date }>>[0]

/** Of these rows what answers one of the tests. */
export function resultsOfTests(all: readonly Row[], testIds: ReadonlySet<string>): ResultsOfTests {
  const rows = all.filter(({ testId }) => testId !== null && testIds.has(testId))
  return {
    results: rows.map(({ fact, testId, isChosen }) => ({ ...fact, testId: testId ?? '', isChosen })),
    reviews: rows.flatMap((row) => daysOf(row.id, reviewsThatStand(row), ({ reviewedOn }) => reviewedOn)),
    tellings: rows.flatMap(({ id, tellings }) => daysOf(id, tellings, ({ on }) => on)),
  }
}

function daysOf<Fact>(
  resultId: string,
  facts: readonly Fact[],
  dayOf: (fact: Fact) => Date,
): { resultId: string; on: CalendarDate }[] {
  return facts.map((fact) => ({ resultId, on: fromDatabaseDate(dayOf(fact)) }))
}
