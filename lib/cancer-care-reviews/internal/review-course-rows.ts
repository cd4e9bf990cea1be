import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { ReviewCourse } from '../review-course'

/** Reads what decides about each person's reviews; nobody whom the actor of the transaction may not see. */
export async function readReviewCourses(tx: Tx, patientIds: readonly string[]): Promise<ReviewCourse[]> {
  return tx.$queryRaw<ReviewCourse[]>`
    select patient.id as "patientId", to_char(patient.died_on, 'YYYY-MM-DD') as "diedOn", practice.found as practice,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', diagnosis.id, 'kind', diagnosis.kind, 'icd10Code', diagnosis.icd10_code,
          'diagnosedOn', diagnosis.diagnosed_on, 'recordedOn', (diagnosis.recorded_at at time zone 'Europe/London')::date)
          order by diagnosis.diagnosed_on, diagnosis.id)
        from diagnosis where diagnosis.patient_id = patient.id and diagnosis.voided_at is null), '[]') as diagnoses,
      coalesce((
        select jsonb_agg(jsonb_build_object('diagnosisId', step.diagnosis_id, 'kind', step.kind, 'on', step."on"))
        from access.review_course_of(patient.id) as step), '[]') as steps
    from unnest(${[...patientIds]}::uuid[]) as wanted (patient_id)
      join patient on patient.id = wanted.patient_id
      left join lateral (
        select jsonb_build_object('teamId', team.id, 'registeredOn', care.started_on, 'standards', jsonb_build_object(
          'firstDays', team.review_first_days, 'secondMonths', team.review_second_months,
          'firstLookBackMonths', team.review_first_look_back_months,
          'secondLookBackMonths', team.review_second_look_back_months,
          'registrationMonths', team.review_registration_months, 'invitationGapDays', team.review_invitation_gap_days,
          'recordingNoticeDays', team.review_recording_notice_days)) as found
        from access.care_team_of(patient.id) as care join team on team.id = care.team_id and team.kind = 'practice'
        limit 1) as practice on true`
}
