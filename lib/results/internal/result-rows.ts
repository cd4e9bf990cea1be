import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { parseQuantity } from '../quantity'
import type { ResultFact, ResultValue } from '../result'

export const RESULT_LOCK = 481022

/**
 * Keeps whoever else would file, judge or review a result of this patient waiting until the transaction ends. Taken
 * before any task is touched.
 */
export async function lockResults(tx: Tx, patientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, ${RESULT_LOCK}::bigint))`
}

/**
 * Results with what was said of them, oldest first, as far as the actor of the transaction may read them. `testId` is the
 * test that each answers: as somebody chose it last for any version of the specimen (`isChosen`), else as it was filed.
 */
export async function findResults(tx: Tx, wanted: Prisma.ResultWhereInput) {
  const rows = await tx.result.findMany({
    where: wanted,
    orderBy: { id: 'asc' },
    include: {
      judgements: { orderBy: { id: 'asc' } },
      reviews: { orderBy: { id: 'asc' } },
      releases: true,
      tellings: { orderBy: { id: 'asc' } },
      choices: { orderBy: { id: 'asc' } },
    },
  })
  return factsOfRows(rows)
}

/** Of results what the rules of follow-up read: oldest first, and no more than that. */
export async function findResultFacts(tx: Tx, wanted: Prisma.ResultWhereInput) {
  const rows = await tx.result.findMany({
    where: wanted,
    orderBy: { id: 'asc' },
    select: {
      id: true,
      patientId: true,
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
      tellings: { orderBy: { id: 'asc' }, select: { on: true } },
      choices: { orderBy: { id: 'asc' }, select: { id: true, testId: true } },
    },
  })
  return factsOfRows(rows)
}

/** Rows, oldest first, with what each says as a fact: all versions of a result share the specimen of the first. */
export function factsOfRows<Row extends Versioned>(
  rows: readonly Row[],
): (Row & { fact: ResultFact; isChosen: boolean })[] {
  const roots = new Map<string, string>()
  const found = rows.map((row) => {
    const root = (row.replacesId && roots.get(row.replacesId)) ?? row.orderNumber ?? row.id
    roots.set(row.id, root)
    return { ...row, fact: factOf(row, root) }
  })
  const chosen = lastChoices(found)
  return found.map((row) => {
    const choice = chosen.get(keyOf(row))
    return { ...row, testId: choice ? choice.testId : row.testId, isChosen: choice !== undefined }
  })
}

type Choice = { id: string; testId: string | null }

type Whose = { patientId: string; fact: ResultFact }

function lastChoices(rows: readonly (Whose & { choices: readonly Choice[] })[]): Map<string, Choice> {
  const last = new Map<string, Choice>()
  for (const row of rows)
    for (const choice of row.choices) {
      const before = last.get(keyOf(row))
      if (!before || before.id < choice.id) last.set(keyOf(row), choice)
    }
  return last
}

function keyOf({ patientId, fact: { specimen, code } }: Whose): string {
  return JSON.stringify([patientId, specimen, code])
}

type Versioned = Stored & {
  patientId: string
  testId: string | null
  replacesId: string | null
  orderNumber: string | null
  choices: readonly Choice[]
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
