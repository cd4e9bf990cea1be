import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { Prisma } from '@/lib/platform/prisma-client/client'
import type { ResultFact } from '../result'
import { factOf, type Stored } from './fact-of-row'
import { readResultsAsJson } from './results-as-json'

export const RESULT_LOCK = 481022

/**
 * Keeps whoever else would file, judge or review a result of this patient waiting until the transaction ends. Taken
 * before any task is touched.
 */
export async function lockResults(tx: Tx, patientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, ${RESULT_LOCK}::bigint))`
}

/** All results of a patient; these alone; or these with the versions before and after each, and those of the same order. */
type Wanted = { patientId: string } | { ids: readonly string[] } | { versionsOf: readonly string[] }

/**
 * Results with what was said of them, oldest first, as far as the actor of the transaction may read them. `testId` is the
 * test that each answers: as somebody chose it last for any version of the specimen (`isChosen`), else as it was filed.
 */
export async function findResults(tx: Tx, wanted: Wanted): Promise<ResultRow[]> {
  return factsOfRows(await readResultsAsJson(tx, resultStatements(conditionOf(wanted))))
}

function conditionOf(wanted: Wanted): Prisma.Sql {
  if ('patientId' in wanted) return Prisma.sql`patient_id = ${wanted.patientId}::uuid`
  if ('ids' in wanted) return Prisma.sql`id = any (${[...wanted.ids]}::uuid[])`
  const ids = Prisma.sql`${[...wanted.versionsOf]}::uuid[]`
  return Prisma.sql`id in (
    select access.results_about(array(select named.patient_id from result as named where named.id = any (${ids})), ${ids}))`
}

/** The statements that read results whole. @param those which: a condition on rows of `result` */
export function resultStatements(those: Prisma.Sql) {
  const isOfMine = Prisma.sql`result_id = any ((select ids from mine)::uuid[])`
  return {
    results: Prisma.sql`
      select id, patient_id as "patientId", team_id as "teamId", test_id as "testId", source, message_id as "messageId",
        analyte_code as "analyteCode", value_text as "valueText", comparator, unit, reference_range as "referenceRange",
        report_text as "reportText", outcome, status, sampled_on as "sampledOn", reported_at as "reportedAt",
        order_number as "orderNumber", replaces_id as "replacesId", confirmed_slip as "confirmedSlip",
        recorded_at as "recordedAt", recorded_by_id as "recordedById", notes, doubts
      from result where ${those}`,
    judgements: Prisma.sql`
      select id, patient_id as "patientId", result_id as "resultId", team_id as "teamId", is_in_range as "isInRange", alerts,
        protocol_code as "protocolCode", protocol_version as "protocolVersion", judged_at as "judgedAt"
      from result_judgement where ${isOfMine}`,
    reviews: Prisma.sql`
      select id, patient_id as "patientId", result_id as "resultId", team_id as "teamId", decision, note,
        reviewed_on as "reviewedOn", recorded_at as "recordedAt", recorded_by_id as "recordedById"
      from result_review where ${isOfMine}`,
    releases: Prisma.sql`
      select id, patient_id as "patientId", result_id as "resultId", basis, released_at as "releasedAt",
        recorded_at as "recordedAt", recorded_by_id as "recordedById"
      from result_release where ${isOfMine}`,
    tellings: Prisma.sql`
      select id, patient_id as "patientId", result_id as "resultId", team_id as "teamId", "on", told_by as "toldBy",
        next_on as "nextOn", note, recorded_at as "recordedAt", recorded_by_id as "recordedById"
      from result_telling where ${isOfMine}`,
    choices: Prisma.sql`
      select id, patient_id as "patientId", result_id as "resultId", team_id as "teamId", test_id as "testId", reason,
        recorded_at as "recordedAt", recorded_by_id as "recordedById"
      from chosen_test where ${isOfMine}`,
  }
}

/**
 * Rows, oldest first, with what each says as a fact: all versions of a result share the specimen of the first. Of one order
 * those are of one specimen whose samples are of one day, and those that replace one of them.
 */
export function factsOfRows<Row extends Versioned>(
  rows: readonly Row[],
): (Row & { fact: ResultFact; isChosen: boolean })[] {
  const specimens = new Map<string, string>()
  const found = rows.map((row) => {
    const sampled = `${row.patientId} ${row.analyteCode} ${sampleOf(row)}`
    const specimen =
      (row.replacesId && specimens.get(row.replacesId)) ?? specimens.get(sampled) ?? sampleOf(row)
    specimens.set(row.id, specimen)
    specimens.set(sampled, specimen)
    return { ...row, fact: factOf(row, specimen), isChosen: false }
  })
  const chosen = lastChoices(found)
  if (chosen.size === 0) return found
  return found.map((row) => {
    const choice = chosen.get(keyOf(row))
    return choice ? { ...row, testId: choice.testId, isChosen: true } : row
  })
}

/** The last of the rows of a person, of which no test was chosen, with what it says as a fact. @param before the others */
export function factAfter<Row extends Versioned>(
  before: readonly (Versioned & { isChosen: boolean; fact: ResultFact })[],
  row: Row,
): Row & { fact: ResultFact; isChosen: boolean } {
  const sample = sampleOf(row)
  const earlier = row.replacesId
    ? before.find(({ id }) => id === row.replacesId)
    : before.findLast((one) => one.analyteCode === row.analyteCode && sampleOf(one) === sample)
  const fact = factOf(row, earlier?.fact.specimen ?? sample)
  const chosen = before.find(
    (one) => one.isChosen && one.fact.specimen === fact.specimen && one.fact.code === fact.code,
  )
  return { ...row, fact, testId: chosen ? chosen.testId : row.testId, isChosen: chosen !== undefined }
}

/** An order number stands for one specimen on one day only: laboratories use their numbers again. */
function sampleOf({ id, orderNumber, sampledOn }: Versioned): string {
  return orderNumber === null ? id : `${orderNumber} ${sampledOn.getTime()}`
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

/** A result as it is kept, with what was said of it; its number is in `valueText`, as it came. */
export type StoredResult = Omit<
  Prisma.ResultGetPayload<{
    include: { judgements: true; reviews: true; releases: true; tellings: true; choices: true }
  }>,
  'value'
>

export type ResultRow = StoredResult & { fact: ResultFact; isChosen: boolean }
