import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { jsonOfRows } from '@/lib/platform/rows-as-json'
import type { ResultsInHand } from './results-in-hand'

type New = Pick<ResultsInHand, 'results' | 'choices' | 'judgements' | 'releases'>

/** Writes results with what was said of them as they were filed, a statement for each kind: their text is the same for any number. */
export async function writeResults(tx: Tx, { results, choices, judgements, releases }: New): Promise<void> {
  if (results.length === 0) return
  await tx.$executeRaw`
    insert into result (id, patient_id, team_id, test_id, source, message_id, analyte_code, value_text, comparator, value, unit,
      reference_range, report_text, outcome, status, sampled_on, reported_at, order_number, replaces_id, confirmed_slip, recorded_at,
      recorded_by_id, notes, doubts)
    select id, patient_id, team_id, test_id, source, message_id, analyte_code, value_text, comparator, value, unit,
      reference_range, report_text, outcome, status, sampled_on, reported_at, order_number, replaces_id, confirmed_slip, recorded_at,
      recorded_by_id, notes, doubts
    from jsonb_populate_recordset(null::result, ${jsonOfRows(results)}::jsonb)`
  if (choices.length > 0) await tx.chosenTest.createMany({ data: [...choices] })
  await tx.$executeRaw`
    insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts, protocol_code, protocol_version, judged_at)
    select id, patient_id, result_id, team_id, is_in_range, alerts, protocol_code, protocol_version, judged_at
    from jsonb_populate_recordset(null::result_judgement, ${jsonOfRows(judgements)}::jsonb)`
  if (releases.length === 0) return
  await tx.$executeRaw`
    insert into result_release (id, patient_id, result_id, basis, released_at, recorded_at, recorded_by_id)
    select id, patient_id, result_id, basis, released_at, recorded_at, recorded_by_id
    from jsonb_populate_recordset(null::result_release, ${jsonOfRows(releases)}::jsonb)`
}
