import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { Relation } from '@/lib/access/access-table'
import { nextNhsNumber } from '@/tests/factories/patients'
import { FOLLOW_UP_IDS, putFollowUpRows, type FollowUpIds } from './follow-up-rows'
import { putMessages } from './message-situation'

/** Ids of one row of each kind about a patient, put in behind row security. */
export type Situation = FollowUpIds & {
  patientId: string
  /** The team whose rows they are: one that has the patient in care, or had. */
  teamId: string
  practiceId: string
  diagnosisId: string
  treatmentId: string
  phaseId: string
  performanceStatusId: string
  voidedStatusId: string
  rowVersionId: string
  keyContactId: string
  relationshipId: string
  assessmentId: string
  offerId: string
  carePlanId: string
  planItemId: string
  versionId: string
  shareId: string
  actionId: string
  practiceActionId: string
  taskId: string
  draftId: string
  summaryId: string
  summaryVersionId: string
  deliveryId: string
  requestId: string
  messageId: string
  sentMessageId: string
  messageEventId: string
  contactBlockId: string
  linkId: string
  reviewFactId: string
  reviewId: string
  reviewDraftId: string
  reviewActionId: string
  sharedReviewActionId: string
  hospitalReviewActionId: string
}

type Teams = Record<
  'own' | 'sameOrganisation' | 'elsewhere' | 'hospital' | 'furtherHospital' | 'practice' | 'otherPractice',
  string
>

/**
 * A patient who stands to the actor in the given relation, with a row of every kind.
 *
 * @param superuser arranges what no actor could
 * @param teams `own` is the actor's team
 */
export async function situate(
  superuser: Pool,
  actor: Actor,
  relation: Relation,
  teams: Teams,
): Promise<Situation> {
  const ids = Object.fromEntries(
    [
      'patientId',
      'diagnosisId',
      'treatmentId',
      'phaseId',
      'performanceStatusId',
      'voidedStatusId',
      'rowVersionId',
      'keyContactId',
      'relationshipId',
      'assessmentId',
      'offerId',
      'carePlanId',
      'planItemId',
      'versionId',
      'shareId',
      'actionId',
      'practiceActionId',
      'taskId',
      'draftId',
      'summaryId',
      'summaryVersionId',
      'deliveryId',
      'requestId',
      ...FOLLOW_UP_IDS,
      'messageId',
      'sentMessageId',
      'messageEventId',
      'contactBlockId',
      'linkId',
      'reviewFactId',
      'reviewId',
      'reviewDraftId',
      'reviewActionId',
      'sharedReviewActionId',
      'hospitalReviewActionId',
    ].map((name) => [name, uuidv7()]),
  ) as Omit<Situation, 'teamId' | 'practiceId'>
  const actorIsPractice = teams.own === teams.practice
  const caring =
    { care: teams.own, ended: teams.own, organisation: teams.sameOrganisation }[relation as string] ??
    teams.elsewhere
  const hospital = actorIsPractice ? teams.hospital : caring
  const practice = actorIsPractice ? caring : teams.otherPractice
  const situation = { ...ids, teamId: hospital, practiceId: practice }
  await superuser.query(
    `insert into patient (id, nhs_number, given_name, family_name, search_name, born_on, died_on, sex, information_needs)
     values ($1, $2, 'Anne', 'Smith', 'annesmith', '1961-02-03', current_date - 1, '2', '{}')`,
    [ids.patientId, nextNhsNumber()],
  )
  const endsToday = relation === 'ended'
  await relate(superuser, {
    id: ids.relationshipId,
    patientId: ids.patientId,
    teamId: actorIsPractice ? practice : hospital,
    ended: endsToday,
  })
  await relate(superuser, {
    id: uuidv7(),
    patientId: ids.patientId,
    teamId: actorIsPractice ? hospital : practice,
    ended: false,
  })
  // Only a clinician ends the care of the last hospital team, so there is another.
  await relate(superuser, {
    id: uuidv7(),
    patientId: ids.patientId,
    teamId: teams.furtherHospital,
    ended: false,
  })
  await putRows(superuser, situation, actor.staffId)
  await putFollowUpRows(superuser, situation)
  if (relation === 'emergency' || relation === 'emergency_over') {
    await superuser.query(
      `insert into emergency_access (id, staff_id, patient_id, reason_code, reason, started_at, ends_at)
       values ($1, $2, $3, 'unconscious', 'Found collapsed in the waiting room', now() - interval '50 minutes', now() + $4::interval)`,
      [uuidv7(), actor.staffId, ids.patientId, relation === 'emergency' ? '10 minutes' : '-1 minute'],
    )
  }
  return situation
}

type Relationship = { id: string; patientId: string; teamId: string; ended: boolean }

async function relate(superuser: Pool, { id, patientId, teamId, ended }: Relationship): Promise<void> {
  await superuser.query(
    `insert into care_relationship (id, patient_id, team_id, basis, started_on, ended_on)
     values ($1, $2, $3, 'referral', current_date - 30, case when $4 then current_date - 1 end)`,
    [id, patientId, teamId, ended],
  )
}

async function putRows(superuser: Pool, situation: Situation, staffId: string): Promise<void> {
  const { patientId: patient, teamId: team, practiceId: practice } = situation
  const put = (text: string, ...values: unknown[]) => superuser.query(text, values)
  await put(
    `insert into about_me_version (id, patient_id, number, told_on) values ($1, $2, 1, current_date)`,
    uuidv7(),
    patient,
  )
  await put(
    `insert into key_contact (id, patient_id, role, name, started_on) values ($1, $2, 'carer', 'Joe', current_date)`,
    situation.keyContactId,
    patient,
  )
  await put(
    `insert into diagnosis (id, patient_id, team_id, icd10_code, tumour_group, diagnosed_on) values ($1, $2, $3, 'C50.9', 'breast', current_date)`,
    situation.diagnosisId,
    patient,
    team,
  )
  await put(
    `insert into treatment (id, patient_id, team_id, modality, started_on) values ($1, $2, $3, '01', current_date)`,
    situation.treatmentId,
    patient,
    team,
  )
  await put(
    `insert into treatment_phase (id, patient_id, team_id, diagnosis_id, name, started_on) values ($1, $2, $3, $4, 'First treatment', current_date)`,
    situation.phaseId,
    patient,
    team,
    situation.diagnosisId,
  )
  await put(
    `insert into performance_status (id, patient_id, team_id, grade, assessed_on) values ($1, $2, $3, '1', current_date)`,
    situation.performanceStatusId,
    patient,
    team,
  )
  await put(
    `insert into voided_fact (id, patient_id, entity, entity_id, reason) values ($1, $2, 'performance_status', uuidv7(), 'wrong person')`,
    situation.voidedStatusId,
    patient,
  )
  await put(
    `insert into clinical_row_version (id, patient_id, entity, entity_id, version, content, replaced_at) values ($1, $2, 'diagnosis', $3, 1, '{}', now())`,
    situation.rowVersionId,
    patient,
    situation.diagnosisId,
  )
  await put(
    `insert into assessment_offer (id, patient_id, team_id, outcome, pathway_point, staff_role_code, offered_on) values ($1, $2, $3, 'accepted', 'initial_diagnosis', '01', current_date)`,
    situation.offerId,
    patient,
    team,
  )
  await put(
    `insert into needs_assessment (id, patient_id, team_id, catalogue_version, pathway_point, mode, completed_by, interpreter_code, staff_role_code, completed_on, no_concerns)
    values ($1, $2, $3, '2026-11', 'initial_diagnosis', 'in_person', 'person', '4', '01', current_date, false)`,
    situation.assessmentId,
    patient,
    team,
  )
  await put(
    `insert into concern (id, patient_id, assessment_id, code, label, added_by) values ($1, $2, $3, 'fatigue', 'Fatigue', 'person')`,
    uuidv7(),
    patient,
    situation.assessmentId,
  )
  await put(
    `insert into care_plan (id, patient_id, team_id, assessment_id) values ($1, $2, $3, $4)`,
    situation.carePlanId,
    patient,
    team,
    situation.assessmentId,
  )
  await put(
    `insert into plan_item (id, patient_id, care_plan_id, concern_code, concern_label, position) values ($1, $2, $3, 'fatigue', 'Fatigue', 1)`,
    situation.planItemId,
    patient,
    situation.carePlanId,
  )
  await put(
    `insert into care_plan_version (id, patient_id, care_plan_id, team_id, number, schema_number, content, content_hash, agreed_on, agreed_with, review_on, changes)
    values ($1, $2, $3, $4, 1, 1, '{}', '', current_date, 'the person', current_date, '{}')`,
    situation.versionId,
    patient,
    situation.carePlanId,
    team,
  )
  await put(
    `insert into care_plan_share (id, patient_id, care_plan_version_id, team_id) values ($1, $2, $3, $4)`,
    situation.shareId,
    patient,
    situation.versionId,
    practice,
  )
  await put(
    `insert into action (id, patient_id, team_id, plan_item_id, what, owner_kind, owner_staff_id, due_on) values ($1, $2, $3, $4, 'Ring', 'staff', $5, current_date)`,
    situation.actionId,
    patient,
    team,
    situation.planItemId,
    staffId,
  )
  await put(
    `insert into action (id, patient_id, team_id, plan_item_id, what, owner_kind, owner_team_id, due_on) values ($1, $2, $3, $4, 'Blood test', 'practice', $5, current_date)`,
    situation.practiceActionId,
    patient,
    team,
    situation.planItemId,
    practice,
  )
  await put(
    `insert into treatment_summary (id, patient_id, team_id, diagnosis_id, phase, phase_ended_on, content) values ($1, $2, $3, $4, 'First treatment', current_date, '{}')`,
    situation.summaryId,
    patient,
    team,
    situation.diagnosisId,
  )
  await put(
    `insert into treatment_summary_version (id, patient_id, summary_id, team_id, number, schema_number, content, content_hash, changes, signed_on)
    values ($1, $2, $3, $4, 1, 1, '{}', '', '{}', current_date)`,
    situation.summaryVersionId,
    patient,
    situation.summaryId,
    team,
  )
  await put(
    `insert into treatment_summary_delivery (id, patient_id, version_id, recipient, team_id, channel, sent_on) values ($1, $2, $3, 'practice', $4, 'in_service', current_date)`,
    situation.deliveryId,
    patient,
    situation.summaryVersionId,
    practice,
  )
  await put(
    `insert into practice_request (id, patient_id, summary_id, team_id, practice_team_id, code, what, due_on, answer_due_on) values ($1, $2, $3, $4, $5, 'review', 'Medication review', current_date, current_date)`,
    situation.requestId,
    patient,
    situation.summaryId,
    team,
    practice,
  )
  await putMessages(put, situation)
  await put(
    `insert into document_link (id, patient_id, purpose, delivery_id, team_id, channel, token_hash, issued_by_id, expires_at)
    values ($1, $2, 'answer_treatment_summary', $3, $4, 'secure_email', $5, $6, now() + interval '1 day')`,
    situation.linkId,
    patient,
    situation.deliveryId,
    practice,
    situation.linkId.replaceAll('-', '').repeat(2),
    staffId,
  )
  await put(
    `insert into review_fact (id, patient_id, team_id, diagnosis_id, kind, "on", channel) values ($1, $2, $3, $4, 'invited', current_date, 'letter')`,
    situation.reviewFactId,
    patient,
    practice,
    situation.diagnosisId,
  )
  await put(
    `insert into cancer_care_review (id, patient_id, team_id, diagnosis_id, held_on, mode, length, carer_present, schema_number, content, outcome_summary, shared_with_hospital, snomed_code)
    values ($1, $2, $3, $4, current_date, 'telephone', 'brief', false, 1, '{}', 'Sleeps well again', true, '720006006')`,
    situation.reviewId,
    patient,
    practice,
    situation.diagnosisId,
  )
  await putReviewActions(put, situation, staffId)
  await put(
    `insert into task (id, kind, patient_id, team_id, due_on, subject_id) values ($1, 'offer_assessment', $2, $3, current_date, $2)`,
    situation.taskId,
    patient,
    team,
  )
  await put(
    `insert into task (id, kind, patient_id, team_id, due_on, subject_id) values ($1, 'read_shared_plan', $2, $3, current_date, $2)`,
    uuidv7(),
    patient,
    practice,
  )
  await put(
    `insert into draft (id, patient_id, team_id, form, content, created_by_id, updated_by_id) values ($1, $2, $3, 'needs_assessment', '{}', $4, $4)`,
    situation.draftId,
    patient,
    team,
    staffId,
  )
}

export type Put = (text: string, ...values: unknown[]) => Promise<unknown>

/** What a review agreed: kept in the practice, shared with hospital teams, asked of one; and a review in progress. */
async function putReviewActions(put: Put, situation: Situation, staffId: string): Promise<void> {
  const { patientId: patient, practiceId: practice, reviewId, teamId } = situation
  const action = `insert into review_action (id, patient_id, review_id, team_id, what, due_on, owner_kind, owner_team_id, is_shared)
    values ($1, $2, $3, $4, 'Walk every day', current_date, $5, $6, $7)`
  await put(action, situation.reviewActionId, patient, reviewId, practice, 'person', null, false)
  await put(action, situation.sharedReviewActionId, patient, reviewId, practice, 'practice', null, true)
  await put(
    action,
    situation.hospitalReviewActionId,
    patient,
    reviewId,
    practice,
    'hospital_team',
    teamId,
    true,
  )
  await put(
    `insert into draft (id, patient_id, team_id, form, subject_id, content, created_by_id, updated_by_id)
    values ($1, $2, $3, 'cancer_care_review', $4, '{}', $5, $5)`,
    situation.reviewDraftId,
    patient,
    practice,
    situation.diagnosisId,
    staffId,
  )
}
