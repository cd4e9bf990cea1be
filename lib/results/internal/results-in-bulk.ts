import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { rowsFromJson } from '@/lib/platform/rows-as-json'
import { factsOfRows, RESULT_LOCK, type ResultRow } from './result-rows'

const COLUMNS = {
  dates: new Set(['sampledOn', 'reportedAt', 'recordedAt', 'judgedAt', 'reviewedOn', 'releasedAt']),
  documents: new Set(['alerts']),
}

/** `lockResults` for several patients, each in the same order whoever asks: two that take some of the same never wait in a ring. */
export async function lockResultsOfAll(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(lock)
    from (select distinct hashtextextended(id::text, ${RESULT_LOCK}::bigint) as lock from unnest(${[...patientIds]}::uuid[]) as id
      order by lock) as wanted`
}

/**
 * All results of these patients with what was said of them, oldest first, by patient: by one statement, for a message or a
 * hundred. Of each the last judgement alone, and no report's text.
 */
export async function findResultsOfAll(
  tx: Tx,
  patientIds: readonly string[],
): Promise<Map<string, ResultRow[]>> {
  const rows = await tx.$queryRaw<{ patient_id: string; results: unknown }[]>`
    select result.patient_id, jsonb_agg(to_jsonb(result) - 'report_text' || jsonb_build_object('report_text', null,
      'judgements', coalesce((select jsonb_build_array(to_jsonb(judgement)) from result_judgement as judgement
        where judgement.result_id = result.id order by judgement.id desc limit 1), '[]'),
      'reviews', coalesce((select jsonb_agg(to_jsonb(review) order by review.id) from result_review as review
        where review.result_id = result.id), '[]'),
      'releases', coalesce((select jsonb_agg(to_jsonb(release)) from result_release as release
        where release.result_id = result.id), '[]')) order by result.id) as results
    from result where result.patient_id = any (${[...patientIds]}::uuid[]) group by result.patient_id`
  return new Map(
    rows.map(({ patient_id: patientId, results }) => [
      patientId,
      factsOfRows(rowsFromJson(results, COLUMNS) as Omit<ResultRow, 'fact'>[]),
    ]),
  )
}
