import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { parseQuantity } from './quantity'
import type { ResultFact, ResultValue } from './result'

/** A version of a result that was filed for a surveillance test. */
export type ResultOfTest = ResultFact & { testId: string }

export type ResultsOfTests = {
  results: ResultOfTest[]
  reviews: { resultId: string; on: CalendarDate }[]
}

/** Every version of every result of these surveillance tests, and when each was reviewed, as far as the actor may read them. */
export async function readResultsOfTests(tx: Tx, testIds: readonly string[]): Promise<ResultsOfTests> {
  if (testIds.length === 0) return { results: [], reviews: [] }
  const rows = await tx.result.findMany({
    where: { testId: { in: [...testIds] } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      testId: true,
      analyteCode: true,
      valueText: true,
      unit: true,
      reportText: true,
      status: true,
      sampledOn: true,
      reportedAt: true,
      recordedAt: true,
      orderNumber: true,
      replacesId: true,
      reviews: { select: { reviewedOn: true } },
    },
  })
  const replaced = new Map(rows.map(({ id, replacesId }) => [id, replacesId]))
  return {
    results: rows.map((row) => ({
      id: row.id,
      testId: row.testId ?? '',
      specimen: row.orderNumber ?? firstVersion(row.id, replaced),
      code: row.analyteCode,
      sampleOn: fromDatabaseDate(row.sampledOn),
      issuedAt: row.reportedAt ?? row.recordedAt,
      receivedAt: row.recordedAt,
      status: row.status,
      value: valueOf(row),
    })),
    reviews: rows.flatMap(({ id, reviews }) =>
      reviews.map(({ reviewedOn }) => ({ resultId: id, on: fromDatabaseDate(reviewedOn) })),
    ),
  }
}

/** Versions without a number of the laboratory are known by the first of them. */
function firstVersion(id: string, replaced: ReadonlyMap<string, string | null>): string {
  let first = id
  for (let before = replaced.get(id); before; before = replaced.get(before)) first = before
  return first
}

type Written = { valueText: string | null; unit: string | null; reportText: string | null }

function valueOf({ valueText, unit, reportText }: Written): ResultValue {
  const quantity = valueText === null ? null : parseQuantity(valueText)
  if (quantity?.ok && unit !== null) return { kind: 'quantity', quantity: quantity.value, unit }
  return { kind: 'report', text: reportText ?? valueText ?? '', outcome: 'uncertain' }
}
