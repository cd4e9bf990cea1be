import type { Pool } from 'pg'

type Place = { pathwayId: string; testId: string }
type Row = Record<
  | 'team'
  | 'other_test'
  | 'ended'
  | 'suspended'
  | 'recalled'
  | 'requested'
  | 'not_needed'
  | 'done'
  | 'result'
  | 'unreviewed'
  | 'untold',
  string | null
>

/** The last of two kinds of event that was recorded: whether it is the first of them. */
const isLast = (table: string, whose: string, kind: string, against: string) =>
  `(select case when kind::text = '${kind}' then 'yes' end from ${table} where ${whose}
    and kind::text in ('${kind}', '${against}') order by recorded_at desc, id desc limit 1)`

/** How many months are between two tests of the first years: as changed for the person, else by the version kept last. */
const monthsBetween = (pathwayId: string) =>
  `(select coalesce((select (change->>'months')::int from jsonb_array_elements(kept.overrides) as change where change->>'kind' = 'interval'),
    (kept.content->'items'->0->'years'->0->'every'->>'months')::int)
    from pathway_protocol as kept where kept.pathway_id = '${pathwayId}' order by number desc limit 1)`

/**
 * What has to be open on a pathway with one test in its window and one that comes after it, read off the rows by plain
 * rules of its own: nothing of lib/follow-up is asked.
 *
 * @returns `kind subject team`, sorted
 */
export async function owedByRows(pool: Pool, { pathwayId, testId }: Place): Promise<string[]> {
  const test = `test_id = '${testId}'`
  const pathway = `pathway_id = '${pathwayId}'`
  const inForce = `result where ${test} and id not in (select replaces_id from result where replaces_id is not null)`
  const { rows } = await pool.query<Row>(
    `select team_id as team, ended_on::text as ended,
      (select id from surveillance_test where ${pathway} and id <> '${testId}'
        and due_on = (anchor_on + make_interval(months => 6 + ${monthsBetween(pathwayId)}))::date) as other_test,
      ${isLast('pathway_event', pathway, 'suspended', 'reactivated')} as suspended,
      ${isLast('pathway_event', pathway, 'recalled', 'seen_after_recall')} as recalled,
      ${isLast('surveillance_test_event', test, 'requested', 'not_attended')} as requested,
      ${isLast('surveillance_test_event', test, 'not_needed', 'requested')} as not_needed,
      ${isLast('surveillance_test_event', test, 'done', 'not_attended')} as done,
      (select 'yes' from result where ${test} limit 1) as result,
      (select 'yes' from ${inForce} and id not in (select result_id from result_review) limit 1) as unreviewed,
      (select 'yes' from ${inForce} and id not in (
        select unnest(result_ids) from surveillance_test_event where ${test}) limit 1) as untold
     from follow_up_pathway where id = $1`,
    [pathwayId],
  )
  const [row] = rows
  if (!row) throw new Error('there is no such pathway')
  const owed = [aboutTest(row, testId), ...aboutPathway(row, pathwayId)].filter((one) => one !== null)
  return owed.map((one) => `${one} ${row.team}`).sort()
}

function aboutTest(row: Row, testId: string): string | null {
  if (row.unreviewed) return `review_result ${testId}`
  if (row.result) return row.untold ? `tell_result ${testId}` : null
  if (row.not_needed) return null
  if (row.done) return `chase_test_result ${testId}`
  if (row.ended || row.suspended) return null
  return row.requested ? `find_missed_test ${testId}` : `request_surveillance_test ${testId}`
}

function aboutPathway(row: Row, pathwayId: string): (string | null)[] {
  if (row.ended) return []
  return [
    row.suspended ? `review_suspended_pathway ${pathwayId}` : `request_surveillance_test ${row.other_test}`,
    row.recalled ? `see_after_recall ${pathwayId}` : null,
  ]
}
