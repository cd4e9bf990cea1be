import type { PatientEntity } from '@/lib/access/access-table'
import { FOLLOW_UP_PROBES } from './follow-up-probes'
import { MESSAGE_PROBES } from './message-probes'
import { seen, touched, type Probes } from './probe'
import { REVIEW_PROBES } from './review-probes'

/** One probe or more for each entity and verb that the database decides; printing reads, so it is probed as reading. */
export const PROBES: Record<PatientEntity, Probes> = {
  patient: {
    read: seen('patient', ({ patientId }) => patientId),
    update: (context) => ({
      text: `update patient set communication_note = 'x' where id = $1`,
      values: [context.patientId],
    }),
  },
  death: {
    read: seen('patient', ({ patientId }) => patientId),
    create: (context) => ({
      text: `update patient set died_on = current_date where id = $1`,
      values: [context.patientId],
    }),
    void: (context) => ({
      text: `update patient set died_on = null where id = $1`,
      values: [context.patientId],
    }),
  },
  about_me: {
    read: (context) => ({
      text: 'select 1 from about_me_version where patient_id = $1',
      values: [context.patientId],
    }),
    create: (context) => ({
      text: `insert into about_me_version (id, patient_id, number, told_on) values (uuidv7(), $1, 2, current_date)`,
      values: [context.patientId],
    }),
  },
  care_relationship: {
    read: (context) => ({ text: 'select 1 from access.care_team_of($1)', values: [context.patientId] }),
    create: (context) => ({
      text: `select 1 from access.begin_care($1, $2, 'referral', current_date)`,
      values: [context.patientId, context.newTeamId],
    }),
    update: (context) => ({
      text: `update care_relationship set ended_on = current_date where id = $1 and ended_on is null`,
      values: [context.relationshipId],
    }),
  },
  key_contact: {
    read: seen('key_contact', ({ keyContactId }) => keyContactId),
    create: (context) => ({
      text: `insert into key_contact (id, patient_id, role, name, started_on) values (uuidv7(), $1, 'carer', 'Jo', current_date)`,
      values: [context.patientId],
    }),
    update: touched('key_contact', 'name', ({ keyContactId }) => keyContactId),
  },
  diagnosis: {
    read: seen('diagnosis', ({ diagnosisId }) => diagnosisId),
    create: (context) => ({
      text: `insert into diagnosis (id, patient_id, team_id, icd10_code, tumour_group, diagnosed_on) values (uuidv7(), $1, $2, 'C61', 'urology', current_date)`,
      values: [context.patientId, context.ownTeamId],
    }),
    update: touched('diagnosis', 'laterality', ({ diagnosisId }) => diagnosisId),
    void: touched('diagnosis', 'voided_reason', ({ diagnosisId }) => diagnosisId),
  },
  treatment: {
    read: seen('treatment', ({ treatmentId }) => treatmentId),
    create: (context) => ({
      text: `insert into treatment (id, patient_id, team_id, modality, started_on) values (uuidv7(), $1, $2, '05', current_date)`,
      values: [context.patientId, context.ownTeamId],
    }),
    update: touched('treatment', 'note', ({ treatmentId }) => treatmentId),
    void: touched('treatment', 'voided_reason', ({ treatmentId }) => treatmentId),
  },
  needs_assessment: {
    read: seen('needs_assessment', ({ assessmentId }) => assessmentId),
    create: (context) => ({
      text: `insert into assessment_offer (id, patient_id, team_id, outcome, pathway_point, staff_role_code, offered_on)
        values (uuidv7(), $1, $2, 'declined', 'other', '01', current_date)`,
      values: [context.patientId, context.ownTeamId],
    }),
    void: (context) => ({
      text: `insert into voided_fact (id, patient_id, entity, entity_id, reason) values (uuidv7(), $1, 'assessment_offer', $2, 'wrong person')`,
      values: [context.patientId, context.offerId],
    }),
  },
  assessment_draft: {
    read: seen('draft', ({ draftId }) => draftId),
    create: (context) => ({
      text: `insert into draft (id, patient_id, team_id, form, content, created_by_id, updated_by_id) values (uuidv7(), $1, $2, 'another', '{}', $3, $3)`,
      values: [context.patientId, context.ownTeamId, context.staffId],
    }),
    update: touched('draft', 'content', ({ draftId }) => draftId),
  },
  care_plan: {
    read: seen('plan_item', ({ planItemId }) => planItemId),
    create: (context) => ({
      text: `insert into plan_item (id, patient_id, care_plan_id, concern_code, concern_label, position) values (uuidv7(), $1, $2, 'sleep', 'Sleep', 2)`,
      values: [context.patientId, context.carePlanId],
    }),
    update: touched('plan_item', 'goal', ({ planItemId }) => planItemId),
    sign: (context) => ({
      text: `insert into care_plan_version (id, patient_id, care_plan_id, team_id, number, schema_number, content, content_hash, agreed_on, agreed_with, review_on, changes)
        values (uuidv7(), $1, $2, $3, 2, 1, '{}', '', current_date, 'the person', current_date, '{}')`,
      values: [context.patientId, context.carePlanId, context.teamId],
    }),
  },
  shared_care_plan: {
    read: seen('care_plan_version', ({ versionId }) => versionId),
    create: (context) => ({
      text: `insert into care_plan_share (id, patient_id, care_plan_version_id, team_id) values (uuidv7(), $1, $2, $3)`,
      values: [context.patientId, context.versionId, context.newTeamId],
    }),
    update: (context) => ({
      text: `update care_plan_share set seen_at = now() where id = $1`,
      values: [context.shareId],
    }),
  },
  action: {
    read: seen('action', ({ actionId }) => actionId),
    create: (context) => ({
      text: `insert into action (id, patient_id, team_id, plan_item_id, what, owner_kind, due_on) values (uuidv7(), $1, $2, $3, 'Walk', 'person', current_date)`,
      values: [context.patientId, context.teamId, context.planItemId],
    }),
    update: touched('action', 'what', ({ actionId }) => actionId),
  },
  practice_action: {
    read: seen('action', ({ practiceActionId }) => practiceActionId),
    create: (context) => ({
      text: `insert into action (id, patient_id, team_id, plan_item_id, what, owner_kind, owner_team_id, due_on) values (uuidv7(), $1, $2, $3, 'Test', 'practice', $4, current_date)`,
      values: [context.patientId, context.teamId, context.planItemId, context.practiceId],
    }),
    update: (context) => ({
      text: `insert into action_event (id, patient_id, action_id, kind, "on") values (uuidv7(), $1, $2, 'done', current_date)`,
      values: [context.patientId, context.practiceActionId],
    }),
  },
  treatment_summary: {
    read: seen('treatment_summary', ({ summaryId }) => summaryId),
    create: (context) => ({
      text: `insert into treatment_summary (id, patient_id, team_id, diagnosis_id, phase, phase_ended_on, content) values (uuidv7(), $1, $2, $3, 'Second treatment', current_date - 1, '{}')`,
      values: [context.patientId, context.teamId, context.diagnosisId],
    }),
    update: touched('treatment_summary', 'content', ({ summaryId }) => summaryId),
    sign: (context) => ({
      text: `insert into treatment_summary_version (id, patient_id, summary_id, team_id, number, schema_number, content, content_hash, changes, signed_on)
        values (uuidv7(), $1, $2, $3, 2, 1, '{}', '', '{}', current_date)`,
      values: [context.patientId, context.summaryId, context.teamId],
    }),
  },
  sent_treatment_summary: {
    read: seen('treatment_summary_version', ({ summaryVersionId }) => summaryVersionId),
    create: (context) => ({
      text: `insert into treatment_summary_delivery (id, patient_id, version_id, recipient, team_id, channel, sent_on) values (uuidv7(), $1, $2, 'practice', $3, 'in_service', current_date)`,
      values: [context.patientId, context.summaryVersionId, context.newTeamId],
    }),
    update: (context) => ({
      text: `update treatment_summary_delivery set seen_at = now() where id = $1`,
      values: [context.deliveryId],
    }),
  },
  practice_request: {
    read: seen('practice_request', ({ requestId }) => requestId),
    create: (context) => ({
      text: `insert into practice_request (id, patient_id, summary_id, team_id, practice_team_id, code, what, due_on, answer_due_on) values (uuidv7(), $1, $2, $3, $4, 'bones', 'Bone scan', current_date, current_date)`,
      values: [context.patientId, context.summaryId, context.teamId, context.practiceId],
    }),
    update: (context) => ({
      text: `insert into practice_request_event (id, patient_id, request_id, kind, "on") values (uuidv7(), $1, $2, 'accepted', current_date)`,
      values: [context.patientId, context.requestId],
    }),
  },
  ...FOLLOW_UP_PROBES,
  ...MESSAGE_PROBES,
  document_link: {
    read: seen('document_link', ({ linkId }) => linkId),
    create: (context) => ({
      text: `insert into document_link (id, patient_id, purpose, delivery_id, team_id, channel, token_hash, issued_by_id, expires_at)
        values (uuidv7(), $1, 'answer_treatment_summary', $2, $3, 'post', repeat('b', 64), $4, now() + interval '1 day')`,
      values: [context.patientId, context.deliveryId, context.practiceId, context.staffId],
    }),
    update: (context) => ({
      text: `insert into document_link_event (id, patient_id, link_id, kind, reason, recorded_by_id) values (uuidv7(), $1, $2, 'revoked', 'wrong address', $3)`,
      values: [context.patientId, context.linkId, context.staffId],
    }),
  },
  review_fact: {
    read: seen('review_fact', ({ reviewFactId }) => reviewFactId),
    create: (context) => ({
      text: `insert into review_fact (id, patient_id, team_id, diagnosis_id, kind, "on") values (uuidv7(), $1, $2, $3, 'declined', current_date)`,
      values: [context.patientId, context.ownTeamId, context.diagnosisId],
    }),
    update: touched('review_fact', 'note', ({ reviewFactId }) => reviewFactId),
    void: (context) => ({
      text: `insert into voided_fact (id, patient_id, entity, entity_id, reason) values (uuidv7(), $1, 'review_fact', $2, 'wrong person')`,
      values: [context.patientId, context.reviewFactId],
    }),
  },
  review_course: {
    read: (context) => ({
      text: 'select 1 from access.review_course_of($1) where id = $2',
      values: [context.patientId, context.reviewFactId],
    }),
  },
  cancer_care_review: {
    read: seen('cancer_care_review', ({ reviewId }) => reviewId),
    create: (context) => ({
      text: `insert into cancer_care_review (id, patient_id, team_id, diagnosis_id, held_on, mode, length, carer_present, schema_number, content, snomed_code)
        values (uuidv7(), $1, $2, $3, current_date, 'video', 'full', true, 1, '{}', '720006006')`,
      values: [context.patientId, context.ownTeamId, context.diagnosisId],
    }),
    update: touched('cancer_care_review', 'outcome_summary', ({ reviewId }) => reviewId),
    void: (context) => ({
      text: `insert into voided_fact (id, patient_id, entity, entity_id, reason) values (uuidv7(), $1, 'cancer_care_review', $2, 'wrong person')`,
      values: [context.patientId, context.reviewId],
    }),
  },
  shared_review_outcome: {
    read: (context) => ({
      text: 'select 1 from access.shared_review_outcomes($1) where id = $2',
      values: [context.patientId, context.reviewId],
    }),
  },
  ...REVIEW_PROBES,
  task: {
    read: (context) => ({ text: 'select 1 from access.open_tasks_of($1)', values: [context.patientId] }),
    update: (context) => ({
      text: `update task set due_on = due_on + 1 where patient_id = $1 and team_id = $2`,
      values: [context.patientId, context.ownTeamId],
    }),
  },
}
