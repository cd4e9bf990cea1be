import type { NamedStatement } from '@/lib/access/hot-read'
import { shownAndLogged } from '@/lib/patients/record/patient-row'
import { EVERYBODYS } from '@/lib/patients/record/record-statement'
import { AGREED_ACTIONS_PART } from '@/lib/review-actions/agreed-actions'
import { REVIEW_DRAFT_FORM } from './review-draft'

const OWN = 'any ((select access.my_practice_teams())::uuid[])'
const NOT_VOIDED = 'not exists (select from voided_fact as voided where voided.entity_id ='
const NAME = "staff.given_name || ' ' || staff.family_name"

/** More summaries than anybody reads in five minutes are not asked for. */
const SUMMARIES_READ = 3

/** Of each plan the last two versions, so that what changed can be told; of each summary the newest. */
const SENT_BY_HOSPITAL = {
  plans: `select jsonb_agg(jsonb_build_object('shareId', sent.id, 'carePlanId', sent.care_plan_id, 'number', sent.number,
      'agreedOn', sent.agreed_on, 'changes', sent.changes, 'schemaNumber', sent.schema_number, 'content', sent.content)
      order by sent.agreed_on desc, sent.number desc)
    from (
      select share.id, version.care_plan_id, version.number, version.agreed_on, version.changes, version.schema_number,
        version.content, row_number() over (partition by version.care_plan_id order by version.number desc) as place
      from care_plan_share as share join care_plan_version as version on version.id = share.care_plan_version_id
      where share.patient_id = $1::uuid and share.team_id = ${OWN}) as sent
    where sent.place <= 2`,
  summaries: `select jsonb_agg(jsonb_build_object('deliveryId', sent.id, 'sentOn', sent.sent_on, 'number', sent.number,
      'changes', sent.changes, 'schemaNumber', sent.schema_number, 'content', sent.content)
      order by sent.sent_on desc, sent.id desc)
    from (
      select * from (
        select distinct on (version.summary_id) delivery.id, delivery.sent_on, version.number, version.changes,
          version.schema_number, version.content
        from treatment_summary_delivery as delivery
          join treatment_summary_version as version on version.id = delivery.version_id
        where delivery.patient_id = $1::uuid and delivery.team_id = ${OWN}
        order by version.summary_id, version.number desc) as newest
      order by newest.sent_on desc, newest.id desc limit ${SUMMARIES_READ}) as sent`,
  asked: `select jsonb_agg(jsonb_build_object('id', request.id, 'what', request.what, 'dueOn', request.due_on,
      'kinds', (select jsonb_agg(event.kind) from practice_request_event as event where event.request_id = request.id))
      order by request.due_on, request.id)
    from practice_request as request where request.patient_id = $1::uuid and request.practice_team_id = ${OWN}`,
}

const OWN_REVIEWS = {
  reviews: `select jsonb_agg(jsonb_build_object('id', review.id, 'heldOn', review.held_on, 'mode', review.mode,
      'length', review.length, 'outcomeSummary', review.outcome_summary, 'nextReviewOn', review.next_review_on,
      'by', ${NAME}) order by review.held_on desc, review.id desc)
    from cancer_care_review as review left join staff on staff.id = review.recorded_by_id
    where review.patient_id = $1::uuid and review.diagnosis_id = $2::uuid and ${NOT_VOIDED} review.id)`,
  review_actions: AGREED_ACTIONS_PART,
  facts: `select jsonb_agg(jsonb_build_object('kind', fact.kind, 'on', fact."on", 'channel', fact.channel, 'note', fact.note)
      order by fact."on" desc, fact.id desc)
    from review_fact as fact
    where fact.patient_id = $1::uuid and fact.diagnosis_id = $2::uuid and ${NOT_VOIDED} fact.id)`,
  draft: `select jsonb_build_object('version', draft.version, 'content', draft.content, 'savedAt', draft.updated_at,
      'savedBy', ${NAME})
    from draft left join staff on staff.id = draft.updated_by_id
    where draft.patient_id = $1::uuid and draft.form = '${REVIEW_DRAFT_FORM}' and draft.subject_id = $2::uuid
      and draft.team_id = ${OWN} limit 1`,
}

const { about_me, contacts, teams, treatments } = EVERYBODYS
const PARTS: Readonly<Record<string, string>> = {
  diagnosis: `select jsonb_build_object('id', id, 'kind', kind, 'icd10Code', icd10_code, 'tumourGroup', tumour_group,
      'laterality', laterality, 'diagnosedOn', diagnosed_on, 'diagnosedOnPrecision', diagnosed_on_precision,
      'tCategory', t_category, 'nCategory', n_category, 'mCategory', m_category, 'stageGroup', stage_group,
      'stageInWords', stage_in_words)
    from diagnosis where patient_id = $1::uuid and id = $2::uuid and voided_at is null`,
  about_me,
  contacts,
  teams,
  treatments,
  ...SENT_BY_HOSPITAL,
  ...OWN_REVIEWS,
}

const TEXT = `${shownAndLogged('cancer_care_review.prepared', 'practice')}
  select shown.*, ${Object.entries(PARTS).map(([name, query]) => `(${query}) as ${name}`)} from shown`

/**
 * All that the first page of a review is written from, in one statement, with the entry in the access log. No row where
 * the actor's practice has not the person registered. A practice has no right to needs assessments: concerns come from
 * what was shared with it.
 */
export function firstPageStatement(patientId: string, diagnosisId: string): NamedStatement {
  return { name: 'review-first-page', text: TEXT, values: [patientId, diagnosisId] }
}
