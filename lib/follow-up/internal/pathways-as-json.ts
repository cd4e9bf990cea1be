import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { rowsFromJson } from '@/lib/platform/rows-as-json'
import type { PathwayRow } from './read-pathways'

const COLUMNS = {
  dates: new Set([
    'anchorOn',
    'startedOn',
    'suspendedOn',
    'endedOn',
    'bornOn',
    'diedOn',
    'decidedOn',
    'recordedAt',
    'on',
    'byOn',
    'dueOn',
    'windowFrom',
    'overdueOn',
    'settledAt',
    'openedAt',
  ]),
  documents: new Set(['content', 'overrides', 'resultIds']),
}

/**
 * The pathways of these patients, ended ones too, with all that `readPathways` has of them, as far as the actor of the
 * transaction may read it: by one statement, for a message or a hundred.
 */
export async function readPathwaysAsJson(tx: Tx, patientIds: readonly string[]): Promise<PathwayRow[]> {
  const rows = await tx.$queryRaw<{ pathway: unknown }[]>`
    select to_jsonb(pathway) || jsonb_build_object(
      'patient', (select jsonb_build_object('born_on', born_on, 'died_on', died_on) from patient where patient.id = pathway.patient_id),
      'team', (select jsonb_build_object('id', id, 'name', name, 'telephone', telephone, 'recall_days', recall_days,
        'result_review_working_days', result_review_working_days, 'result_telling_working_days', result_telling_working_days,
        'result_chase_days', result_chase_days) from team where team.id = pathway.team_id),
      'decision', (select jsonb_build_object('stream', stream, 'is_digital', is_digital, 'decided_on', decided_on, 'reasons', reasons,
        'wishes', wishes) from stratification_decision where stratification_decision.id = pathway.decision_id),
      'protocols', coalesce((select jsonb_build_array(to_jsonb(protocol)) from pathway_protocol as protocol
        where protocol.pathway_id = pathway.id order by number desc limit 1), '[]'),
      'events', coalesce((select jsonb_agg(to_jsonb(event) order by event.recorded_at, event.id) from pathway_event as event
        where event.pathway_id = pathway.id), '[]'),
      'tests', coalesce((
        select jsonb_agg(to_jsonb(test) || jsonb_build_object('events', coalesce((
          select jsonb_agg(to_jsonb(event) order by event.recorded_at, event.id) from surveillance_test_event as event
          where event.test_id = test.id), '[]')) order by test.due_on, test.id)
        from surveillance_test as test where test.pathway_id = pathway.id), '[]')) as pathway
    from follow_up_pathway as pathway
    where pathway.patient_id = any (${[...patientIds]}::uuid[])
    order by pathway.started_on, pathway.id`
  return rows.map(({ pathway }) => rowsFromJson(pathway, COLUMNS) as PathwayRow)
}
