import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { parseQuantity } from '../quantity'
import type { ResultFact, ResultValue } from '../result'

const RESULT_LOCK = 481022

/**
 * Keeps whoever else would file, judge or review a result of this patient waiting until the transaction ends. Taken
 * before any task is touched.
 */
export async function lockResults(tx: Tx, patientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, ${RESULT_LOCK}::bigint))`
}

type Wanted = { patientId: string | { in: string[] } } | { testId: { in: string[] } }

/** Results with what was said of them, oldest first, as far as the actor of the transaction may read them. */
export async function findResults(tx: Tx, wanted: Wanted) {
  const rows = await tx.result.findMany({
    where: wanted,
    orderBy: { id: 'asc' },
    include: {
      judgements: { orderBy: { id: 'asc' } },
      reviews: { orderBy: { id: 'asc' } },
      releases: true,
    },
  })
  return withFacts(rows)
}

/** Of the results of these tests what the rules of follow-up read: oldest first, and no more than that. */
export async function findResultFacts(tx: Tx, testIds: readonly string[]) {
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
      outcome: true,
      status: true,
      sampledOn: true,
      reportedAt: true,
      orderNumber: true,
      replacesId: true,
      recordedAt: true,
      judgements: { orderBy: { id: 'asc' }, select: { id: true } },
      reviews: { orderBy: { id: 'asc' }, select: { id: true, reviewedOn: true } },
    },
  })
  return withFacts(rows)
}

type Filed = Stored & { orderNumber: string | null; replacesId: string | null }

/** @param rows oldest first */
function withFacts<Row extends Filed>(rows: readonly Row[]): (Row & { fact: ResultFact })[] {
  const roots = new Map<string, string>()
  return rows.map((row) => {
    const root = (row.replacesId && roots.get(row.replacesId)) ?? row.orderNumber ?? row.id
    roots.set(row.id, root)
    return { ...row, fact: factOf(row, root) }
  })
}

export type ResultRow = Awaited<ReturnType<typeof findResults>>[number]

type Stored = {
  id: string
  analyteCode: string
  valueText: string | null
  unit: string | null
  reportText: string | null
  outcome: Extract<ResultValue, { kind: 'report' }>['outcome'] | null
  status: ResultFact['status']
  sampledOn: Date
  reportedAt: Date | null
  recordedAt: Date
}

function factOf(row: Stored, specimen: string): ResultFact {
  return {
    id: row.id,
    specimen,
    code: row.analyteCode,
    sampleOn: fromDatabaseDate(row.sampledOn),
    issuedAt: row.reportedAt ?? row.recordedAt,
    receivedAt: row.recordedAt,
    status: row.status,
    value: valueOf(row),
  }
}

function valueOf({ valueText, unit, reportText, outcome }: Stored): ResultValue {
  const quantity = valueText === null ? null : parseQuantity(valueText)
  return quantity?.ok && unit !== null
    ? { kind: 'quantity', quantity: quantity.value, unit }
    : { kind: 'report', text: reportText ?? '', outcome: outcome ?? 'inadequate' }
}
