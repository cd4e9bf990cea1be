import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { Prisma } from '@/lib/platform/prisma-client/client'
import { factsOfRows, RESULT_LOCK, type ResultRow } from './result-rows'
import { readResultsAsJson } from './results-as-json'

/**
 * `lockResults` for several patients, by their ids in order, as everybody does who takes several: two that want some of the
 * same never wait in a ring.
 */
export async function lockResultsOfAll(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(id::text, ${RESULT_LOCK}::bigint))
    from (select distinct id from unnest(${[...patientIds]}::uuid[]) as id order by id) as wanted`
}

/** All results of these patients with what was said of them, oldest first, by patient: as `findResultFacts`. */
export async function findResultsOfAll(
  tx: Tx,
  patientIds: readonly string[],
): Promise<Map<string, ResultRow[]>> {
  const rows = await findResultFacts(tx, Prisma.sql`patient_id = any (${[...patientIds]}::uuid[])`)
  return Map.groupBy(rows, ({ patientId }) => patientId)
}

/** The results that were filed for one of these tests, or chosen for it since, oldest first: as `findResultFacts`. */
export async function findResultsOfTests(tx: Tx, testIds: readonly string[]): Promise<ResultRow[]> {
  const tests = Prisma.sql`any (${[...testIds]}::uuid[])`
  const chosen = Prisma.sql`select result_id from chosen_test where test_id = ${tests}`
  return findResultFacts(tx, Prisma.sql`test_id = ${tests} or id = any (array(${chosen})::uuid[])`)
}

/**
 * Of results what the rules of follow-up read: by one statement, for a message or a hundred. Of each the last judgement alone,
 * and no report's text.
 *
 * @param those which: a condition on rows of `result`
 */
async function findResultFacts(tx: Tx, those: Prisma.Sql): Promise<ResultRow[]> {
  const isOfMine = Prisma.sql`result_id = any ((select ids from mine)::uuid[])`
  const rows = await readResultsAsJson(tx, {
    results: Prisma.sql`
      select id, patient_id as "patientId", team_id as "teamId", test_id as "testId", analyte_code as "analyteCode",
        value_text as "valueText", unit, null as "reportText", outcome, status, sampled_on as "sampledOn",
        reported_at as "reportedAt", order_number as "orderNumber", replaces_id as "replacesId", recorded_at as "recordedAt",
        notes, doubts
      from result where ${those}`,
    judgements: Prisma.sql`
      select distinct on (result_id) id, result_id as "resultId", is_in_range as "isInRange", alerts from result_judgement
      where ${isOfMine} order by result_id, id desc`,
    reviews: Prisma.sql`
      select id, result_id as "resultId", reviewed_on as "reviewedOn" from result_review where ${isOfMine}`,
    releases: Prisma.sql`select id, result_id as "resultId", released_at as "releasedAt" from result_release where ${isOfMine}`,
    tellings: Prisma.sql`select id, result_id as "resultId", "on" from result_telling where ${isOfMine}`,
    choices: Prisma.sql`
      select id, result_id as "resultId", test_id as "testId" from chosen_test where ${isOfMine}`,
  })
  return factsOfRows(rows)
}
