import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'

/** Ids of a row of each kind about a person's follow-up. */
export const FOLLOW_UP_IDS = [
  'decisionId',
  'furtherDecisionId',
  'pathwayId',
  'pathwayProtocolId',
  'pathwayEventId',
  'testId',
  'testEventId',
  'resultId',
  'inRangeResultId',
  'releasedResultId',
  'judgementId',
  'tellingId',
  'chosenTestId',
] as const

export type FollowUpIds = Record<(typeof FOLLOW_UP_IDS)[number], string>

type Whose = FollowUpIds & { patientId: string; teamId: string; diagnosisId: string }

/** A person on a pathway with a test, and three results: out of range, in range, and released. */
export async function putFollowUpRows(superuser: Pool, whose: Whose): Promise<void> {
  const { patientId: patient, teamId: team, diagnosisId: diagnosis } = whose
  const put = (text: string, ...values: unknown[]) => superuser.query(text, values)
  for (const id of [whose.decisionId, whose.furtherDecisionId])
    await put(
      `insert into stratification_decision (id, patient_id, team_id, diagnosis_id, stream, criteria, can_self_manage, is_digital, reasons, prerequisites, decided_on)
      values ($1, $2, $3, $4, 'supported_self_management', '{}', true, true, 'Low risk', '{}', current_date)`,
      id,
      patient,
      team,
      diagnosis,
    )
  await put(
    `insert into follow_up_pathway (id, patient_id, team_id, diagnosis_id, decision_id, anchor_on, started_on) values ($1, $2, $3, $4, $5, current_date, current_date)`,
    whose.pathwayId,
    patient,
    team,
    diagnosis,
    whose.decisionId,
  )
  await put(
    `insert into pathway_protocol (id, patient_id, pathway_id, number, protocol_code, protocol_version, content, overrides) values ($1, $2, $3, 1, 'prostate-surgery', '1', '{}', '{}')`,
    whose.pathwayProtocolId,
    patient,
    whose.pathwayId,
  )
  await put(
    `insert into pathway_event (id, patient_id, pathway_id, kind, "on", reason) values ($1, $2, $3, 'suspended', current_date, 'Waiting for a scan')`,
    whose.pathwayEventId,
    patient,
    whose.pathwayId,
  )
  await put(
    `insert into surveillance_test (id, patient_id, pathway_id, team_id, item_code, occurrence, test_code, due_on, window_from, overdue_on)
    values ($1, $2, $3, $4, 'psa', 'P6M', 'psa', current_date, current_date, current_date)`,
    whose.testId,
    patient,
    whose.pathwayId,
    team,
  )
  await put(
    `insert into surveillance_test_event (id, patient_id, test_id, kind, "on") values ($1, $2, $3, 'requested', current_date)`,
    whose.testEventId,
    patient,
    whose.testId,
  )
  await putResults(superuser, whose)
}

async function putResults(superuser: Pool, whose: Whose): Promise<void> {
  const { patientId: patient, teamId: team, resultId, inRangeResultId, releasedResultId } = whose
  const put = (text: string, ...values: unknown[]) => superuser.query(text, values)
  const judged: [result: string, judgement: string, isInRange: boolean][] = [
    [resultId, whose.judgementId, false],
    [inRangeResultId, uuidv7(), true],
    [releasedResultId, uuidv7(), true],
  ]
  for (const [result, judgement, isInRange] of judged) {
    await put(
      `insert into result (id, patient_id, team_id, source, analyte_code, value_text, status, sampled_on) values ($1, $2, $3, 'by_hand', 'psa', '0.3', 'final', current_date)`,
      result,
      patient,
      team,
    )
    await put(
      `insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts) values ($1, $2, $3, $4, $5, '[]')`,
      judgement,
      patient,
      result,
      team,
      isInRange,
    )
  }
  await put(
    `insert into result_release (id, patient_id, result_id, basis, released_at) values ($1, $2, $3, 'signed_off', now())`,
    uuidv7(),
    patient,
    releasedResultId,
  )
  await put(
    `insert into result_telling (id, patient_id, result_id, team_id, "on", told_by) values ($1, $2, $3, $4, current_date, 'letter')`,
    whose.tellingId,
    patient,
    releasedResultId,
    team,
  )
  await put(
    `insert into chosen_test (id, patient_id, result_id, team_id, test_id, reason) values ($1, $2, $3, $4, $5, 'Taken a week early')`,
    whose.chosenTestId,
    patient,
    resultId,
    team,
    whose.testId,
  )
}
