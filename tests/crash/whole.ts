import type { ClientBase, Pool } from 'pg'
import type { Attempt } from './journal'

/** The id that a submission was answered with. */
const ANSWERED = `coalesce(result ->> 'offerId', result ->> 'assessmentId', result ->> 'planId')::uuid`

/**
 * What must hold of everything stored, whenever and however the database ended: each query finds the ids of what
 * breaks it. A fact is there with its entry in the access log, its submission and what it opened and closed in the
 * ledger, or nothing of it is.
 */
const WHOLE: Readonly<Record<string, string>> = {
  'a submission without a result': `select id from submission where result is null`,
  'an offer without its entry in the access log, or the other way round': `
    select coalesce(offer.id, log.entity_id) as id from assessment_offer as offer
    full join (select entity_id from access_log where event = 'assessment_offer.recorded') as log on log.entity_id = offer.id
    where offer.id is null or log.entity_id is null`,
  'an assessment without its entry in the access log, or the other way round': `
    select coalesce(assessment.id, log.entity_id) as id from needs_assessment as assessment
    full join (select entity_id from access_log where event = 'needs_assessment.completed') as log on log.entity_id = assessment.id
    where assessment.id is null or log.entity_id is null`,
  'an assessment with fewer or more concerns than were filed': `
    select assessment.id from needs_assessment as assessment
    join access_log as log on log.entity_id = assessment.id and log.event = 'needs_assessment.completed'
    where (log.detail ->> 'concerns')::int is distinct from
      (select count(*)::int from concern where concern.assessment_id = assessment.id)`,
  'a plan without its entry in the access log, or the other way round': `
    select coalesce(plan.id, log.entity_id) as id from care_plan as plan
    full join (select entity_id from access_log where event = 'care_plan.drafted') as log on log.entity_id = plan.id
    where plan.id is null or log.entity_id is null`,
  'a plan without an item for each concern, or that was not begun': `
    select plan.id from care_plan as plan
    where (select count(*) from plan_item as item where item.care_plan_id = plan.id)
        <> (select count(*) from concern where concern.assessment_id = plan.assessment_id)
      or not exists (select from care_plan_event as event where event.care_plan_id = plan.id and event.kind = 'drafted')`,
  'a fact that is not the answer to one submission, or an answer that is no fact': `
    with fact as (
      select id from assessment_offer union all select id from needs_assessment union all select id from care_plan
    ), answer as (
      select ${ANSWERED} as id, count(*) as submissions from submission where result is not null group by 1
    )
    select coalesce(fact.id, answer.id) as id from fact full join answer on answer.id = fact.id
    where fact.id is null or answer.submissions is distinct from 1`,
  'an accepted offer that leaves nobody to record the assessment': `
    select offer.id from assessment_offer as offer
    where not exists (select from needs_assessment as assessment where assessment.patient_id = offer.patient_id)
      and (select count(*) from task where task.patient_id = offer.patient_id and kind = 'record_assessment' and closed_at is null) <> 1`,
  'an assessment whose task is still open, or was closed as something else': `
    select assessment.id from needs_assessment as assessment
    where not exists (select from task where task.patient_id = assessment.patient_id and kind = 'record_assessment' and closure = 'met')
      or exists (select from task where task.patient_id = assessment.patient_id and kind = 'record_assessment' and closed_at is null)`,
  'an assessment with concerns and nobody to agree a plan': `
    select assessment.id from needs_assessment as assessment
    where (select count(*) from task where task.patient_id = assessment.patient_id and kind = 'agree_care_plan' and closed_at is null) <> 1`,
  'an assessment whose draft is still there': `
    select assessment.id from needs_assessment as assessment
    join draft on draft.patient_id = assessment.patient_id and draft.form = 'needs_assessment'`,
  'a person in the care of nobody': `
    select id from patient where not exists (select from care_relationship as care where care.patient_id = patient.id)`,
  'a count that is not how many tasks are open': `
    with counted as (
      select 'team'::task_count_scope as scope, team_id as scope_id, kind, due_on, count(*)::int as open
      from task where closed_at is null group by 1, 2, 3, 4
      union all
      select 'owner'::task_count_scope, owner_staff_id, kind, due_on, count(*)::int
      from task where closed_at is null and owner_staff_id is not null group by 1, 2, 3, 4
    )
    select coalesce(counted.scope_id, kept.scope_id) as id
    from counted full join (select * from task_count where open <> 0) as kept using (scope, scope_id, kind, due_on)
    where counted.open is distinct from kept.open`,
  'a break in a chain of the access log': `
    select format('chain %s, entry %s: %s', chain, sequence, fault) as id from access.verify_access_log()`,
}

const ACKNOWLEDGED = `
  with told as (
    select told.*, ${ANSWERED} as stored
    from jsonb_to_recordset($1::jsonb) as told (kind text, id uuid, submission uuid)
    left join submission on submission.id = told.submission
  )
  select format('%s of submission %s', kind, submission) as id from told
  where stored is null or stored <> id
    or not case kind
      when 'offer' then exists (select from assessment_offer as fact where fact.id = stored)
      when 'assessment' then exists (select from needs_assessment as fact where fact.id = stored)
      else exists (select from care_plan as fact where fact.id = stored) end`

/** What is half-written in the database: one line for each rule that is broken, with an example. */
export async function halfWritten(superuser: Pick<Pool | ClientBase, 'query'>): Promise<string[]> {
  const faults: string[] = []
  for (const [rule, query] of Object.entries(WHOLE)) {
    const { rows } = await superuser.query<{ id: string }>(query)
    if (rows[0]) faults.push(`${rule}: ${rows.length}, such as ${rows[0].id}`)
  }
  return faults
}

/** What was acknowledged and is not there: one line for each. */
export async function lost(superuser: Pool, attempts: readonly Attempt[]): Promise<string[]> {
  const told = attempts.flatMap(({ kind, submissionId, answer }) =>
    answer ? [{ kind, submission: submissionId, id: answer.id ?? null }] : [],
  )
  const { rows } = await superuser.query<{ id: string }>(ACKNOWLEDGED, [JSON.stringify(told)])
  return rows.map(({ id }) => `lost: ${id}`)
}
