import type { NamedStatement } from '@/lib/access/hot-read'
import { FOLLOW_UP_PART } from './follow-up-on-record'
import { shownAndLogged } from './patient-row'
import { HELD_REVIEWS, SHARED_REVIEWS } from './reviews-on-record'

/** Which parts to ask for: those that the actor's roles can be shown. Row-level security decides again. */
export type RecordParts = { clinical: boolean; practice: boolean }

/** What everybody who has the patient in care may read; other pages that tell a part of the story ask for it too. */
export const EVERYBODYS = {
  about_me: `select jsonb_build_object('toldOn', told_on, 'mostImportant', most_important, 'importantPeople', important_people,
      'howToCommunicate', how_to_communicate, 'wellness', wellness, 'pleaseDo', please_do, 'pleaseDoNot', please_do_not,
      'howToSupport', how_to_support, 'worthKnowing', worth_knowing)
    from about_me_version where patient_id = $1::uuid order by number desc limit 1`,
  diagnoses: `select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'icd10Code', icd10_code,
      'tumourGroup', tumour_group, 'laterality', laterality, 'diagnosedOn', diagnosed_on,
      'diagnosedOnPrecision', diagnosed_on_precision, 'tCategory', t_category, 'nCategory', n_category,
      'mCategory', m_category, 'stageGroup', stage_group, 'stageInWords', stage_in_words) order by diagnosed_on, id)
    from diagnosis where patient_id = $1::uuid and voided_at is null`,
  treatments: `select jsonb_agg(jsonb_build_object('id', id, 'modality', modality, 'startedOn', started_on,
      'endedOn', ended_on) order by started_on, id)
    from treatment where patient_id = $1::uuid and voided_at is null`,
  contacts: `select jsonb_agg(jsonb_build_object('id', id, 'role', role, 'name', name, 'relationship', relationship,
      'telephone', telephone, 'teamId', team_id) order by role, started_on, id)
    from key_contact where patient_id = $1::uuid and (ended_on is null or ended_on > access.today())`,
  tasks: `select jsonb_agg(jsonb_build_object('id', open.id, 'kind', open.kind, 'teamId', open.team_id, 'dueOn', open.due_on,
      'subjectId', open.subject_id, 'detail', open.detail, 'isMine', open.mine,
      'owner', case when owner.id is null then null
        else jsonb_build_object('id', owner.id, 'givenName', owner.given_name, 'familyName', owner.family_name) end)
      order by open.due_on, open.id)
    from access.open_tasks_of($1::uuid) as open left join staff as owner on owner.id = open.owner_staff_id`,
  teams: `select jsonb_agg(jsonb_build_object('id', team.id, 'name', team.name, 'kind', team.kind, 'telephone', team.telephone)
      order by team.kind, team.name)
    from access.care_team_of($1::uuid) as care join team on team.id = care.team_id`,
}

const CLINICAL = {
  ...SHARED_REVIEWS,
  assessments: `select jsonb_agg(jsonb_build_object('id', id, 'completedOn', completed_on, 'noConcerns', no_concerns)
      order by completed_on, recorded_at)
    from needs_assessment where patient_id = $1::uuid`,
  concerns: `select jsonb_agg(jsonb_build_object('assessmentId', assessment_id, 'code', code, 'label', label, 'score', score)
      order by priority nulls last, score desc nulls last, label)
    from concern where patient_id = $1::uuid`,
  voided: `select jsonb_agg(entity_id) from voided_fact where patient_id = $1::uuid`,
  plans: `select jsonb_agg(jsonb_build_object('number', number, 'agreedOn', agreed_on, 'reviewOn', review_on)
      order by agreed_on, number)
    from care_plan_version where patient_id = $1::uuid`,
  summaries: `select jsonb_agg(jsonb_build_object('number', number, 'signedOn', signed_on) order by signed_on, number)
    from treatment_summary_version where patient_id = $1::uuid`,
  rescores: `select jsonb_agg(jsonb_build_object('code', item.concern_code, 'label', item.concern_label, 'on', given."on",
      'score', given.new_score) order by given."on", given.recorded_at)
    from plan_item as item cross join lateral (
      select event."on", event.new_score, event.recorded_at
      from action join action_event as event on event.action_id = action.id
      where action.plan_item_id = item.id and event.new_score is not null
      union all
      select review."on", review.new_score, review.recorded_at
      from plan_item_review as review where review.plan_item_id = item.id and review.new_score is not null) as given
    where item.patient_id = $1::uuid`,
}

const PRACTICE = {
  ...HELD_REVIEWS,
  shares: `select jsonb_agg(jsonb_build_object('id', share.id, 'number', version.number, 'agreedOn', version.agreed_on,
      'reviewOn', version.review_on)
      order by version.agreed_on desc, version.number desc)
    from care_plan_share as share join care_plan_version as version on version.id = share.care_plan_version_id
    where share.patient_id = $1::uuid and share.team_id = any ((select access.my_practice_teams())::uuid[])`,
  sent_summaries: `select jsonb_agg(jsonb_build_object('deliveryId', delivery.id, 'summaryId', version.summary_id,
      'number', version.number, 'signedOn', version.signed_on)
      order by version.signed_on desc, version.number desc)
    from treatment_summary_delivery as delivery join treatment_summary_version as version on version.id = delivery.version_id
    where delivery.patient_id = $1::uuid and delivery.team_id = any ((select access.my_practice_teams())::uuid[])`,
}

/**
 * The whole record in one statement, with the entry in the access log. Everybody opens it all day: read one by one, the
 * parts would be ten waits. A part that is empty, or is not asked for, is null.
 */
export function recordStatement(patientId: string, { clinical, practice }: RecordParts): NamedStatement {
  const parts = {
    ...EVERYBODYS,
    ...FOLLOW_UP_PART,
    ...(clinical ? CLINICAL : {}),
    ...(practice ? PRACTICE : {}),
  }
  const columns = Object.entries(parts).map(([name, query]) => `(${query}) as ${name}`)
  return {
    name: `record${clinical ? '-clinical' : ''}${practice ? '-practice' : ''}`,
    text: `${shownAndLogged('patient.record_viewed')} select shown.*, ${columns.join(', ')} from shown`,
    values: [patientId],
  }
}
