import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { listFromJson } from '@/lib/platform/rows-as-json'
import { factsOfRows, RESULT_LOCK, type ResultRow } from './result-rows'

const COLUMNS = {
  dates: new Set(['sampledOn', 'reportedAt', 'recordedAt', 'reviewedOn', 'on']),
  documents: new Set(['alerts']),
}

/**
 * `lockResults` for several patients, by their ids in order, as everybody does who takes several: two that want some of the
 * same never wait in a ring.
 */
export async function lockResultsOfAll(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(id::text, ${RESULT_LOCK}::bigint))
    from (select distinct id from unnest(${[...patientIds]}::uuid[]) as id order by id) as wanted`
}

type Lists = {
  results: unknown
  judgements: unknown
  reviews: unknown
  releases: unknown
  tellings: unknown
  choices: unknown
}

/**
 * All results of these patients with what was said of them, oldest first, by patient: by one statement, for a message or a
 * hundred. Of each the last judgement alone, and no report's text.
 */
export async function findResultsOfAll(
  tx: Tx,
  patientIds: readonly string[],
): Promise<Map<string, ResultRow[]>> {
  const [lists] = await tx.$queryRaw<Lists[]>`
    with mine as materialized (
      select id, patient_id, team_id, test_id, analyte_code, value_text, unit, null as report_text, outcome, status, sampled_on,
        reported_at, order_number, replaces_id, recorded_at
      from result where patient_id = any (${[...patientIds]}::uuid[])
    )
    select
      (select json_agg(mine order by id) from mine) as results,
      (select json_agg(one) from (
        select distinct on (result_id) id, result_id, is_in_range, alerts from result_judgement
        where result_id = any ((select array_agg(id) from mine)::uuid[]) order by result_id, id desc) as one) as judgements,
      (select json_agg(one order by id) from (
        select id, result_id, reviewed_on from result_review where result_id = any ((select array_agg(id) from mine)::uuid[])) as one) as reviews,
      (select json_agg(one) from (
        select id, result_id from result_release where result_id = any ((select array_agg(id) from mine)::uuid[])) as one) as releases,
      (select json_agg(one order by id) from (
        select id, result_id, "on" from result_telling where result_id = any ((select array_agg(id) from mine)::uuid[])) as one) as tellings,
      (select json_agg(one order by id) from (
        select id, result_id, test_id from chosen_test where result_id = any ((select array_agg(id) from mine)::uuid[])) as one) as choices`
  return Map.groupBy(assembled(lists), ({ patientId }) => patientId)
}

type Said = { resultId: string }

function assembled(lists: Lists | undefined): ResultRow[] {
  const saidOf = (list: unknown) => Map.groupBy(listFromJson<Said>(list, COLUMNS), ({ resultId }) => resultId)
  const said = {
    judgements: saidOf(lists?.judgements),
    reviews: saidOf(lists?.reviews),
    releases: saidOf(lists?.releases),
    tellings: saidOf(lists?.tellings),
    choices: saidOf(lists?.choices),
  }
  const rows = listFromJson<ResultRow>(lists?.results, COLUMNS).map((row) => ({
    ...row,
    judgements: said.judgements.get(row.id) ?? [],
    reviews: said.reviews.get(row.id) ?? [],
    releases: said.releases.get(row.id) ?? [],
    tellings: said.tellings.get(row.id) ?? [],
    choices: said.choices.get(row.id) ?? [],
  }))
  return factsOfRows(rows as ResultRow[])
}
