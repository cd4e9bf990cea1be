import type { PatientEntity } from '@/lib/access/access-table'
import { seen, touched, type Probe, type Probes } from './probe'

const review = (patientId: string, resultId: string, teamId: string, decision: string): Probe => ({
  text: `insert into result_review (id, patient_id, result_id, team_id, decision, reviewed_on) values (uuidv7(), $1, $2, $3, $4::result_decision, current_date)`,
  values: [patientId, resultId, teamId, decision],
})

/** Of follow-up pathways and results. */
export const FOLLOW_UP_PROBES = {
  stratification_decision: {
    read: seen('stratification_decision', ({ decisionId }) => decisionId),
    sign: (context) => ({
      text: `insert into stratification_decision (id, patient_id, team_id, diagnosis_id, stream, criteria, can_self_manage, is_digital, reasons, prerequisites, decided_on)
        values (uuidv7(), $1, $2, $3, 'nurse_led', '{}', true, false, 'Prefers a nurse', '{}', current_date)`,
      values: [context.patientId, context.ownTeamId, context.diagnosisId],
    }),
  },
  follow_up_pathway: {
    read: seen('follow_up_pathway', ({ pathwayId }) => pathwayId),
    create: (context) => ({
      text: `insert into follow_up_pathway (id, patient_id, team_id, diagnosis_id, decision_id, anchor_on, started_on, ended_on)
        values (uuidv7(), $1, $2, $3, $4, current_date, current_date, current_date)`,
      values: [context.patientId, context.ownTeamId, context.diagnosisId, context.furtherDecisionId],
    }),
    update: touched('follow_up_pathway', 'suspended_on', ({ pathwayId }) => pathwayId),
  },
  surveillance_test: {
    read: seen('surveillance_test', ({ testId }) => testId),
    create: (context) => ({
      text: `insert into surveillance_test (id, patient_id, pathway_id, team_id, item_code, occurrence, test_code, due_on, window_from, overdue_on)
        values (uuidv7(), $1, $2, $3, 'psa', 'P12M', 'psa', current_date, current_date, current_date)`,
      values: [context.patientId, context.pathwayId, context.ownTeamId],
    }),
    update: touched('surveillance_test', 'settled_at', ({ testId }) => testId),
  },
  result: {
    read: seen('result', ({ resultId }) => resultId),
    create: (context) => ({
      text: `insert into result (id, patient_id, team_id, source, analyte_code, value_text, status, sampled_on)
        values (uuidv7(), $1, $2, 'by_hand', 'psa', '<0.1', 'final', current_date)`,
      values: [context.patientId, context.ownTeamId],
    }),
    sign: ({ patientId, resultId, ownTeamId }) => review(patientId, resultId, ownTeamId, 'contact'),
  },
  in_range_result: {
    read: seen('result', ({ inRangeResultId }) => inRangeResultId),
    sign: ({ patientId, inRangeResultId, ownTeamId }) =>
      review(patientId, inRangeResultId, ownTeamId, 'in_range'),
  },
  result_telling: {
    read: seen('result_telling', ({ tellingId }) => tellingId),
    create: (context) => ({
      text: `insert into result_telling (id, patient_id, result_id, team_id, "on", told_by) values (uuidv7(), $1, $2, $3, current_date, 'telephone')`,
      values: [context.patientId, context.releasedResultId, context.ownTeamId],
    }),
  },
  chosen_test: {
    read: seen('chosen_test', ({ chosenTestId }) => chosenTestId),
    create: (context) => ({
      text: `insert into chosen_test (id, patient_id, result_id, team_id, test_id, reason) values (uuidv7(), $1, $2, $3, $4, 'Taken early')`,
      values: [context.patientId, context.resultId, context.ownTeamId, context.testId],
    }),
  },
  released_result: {
    read: seen('result', ({ releasedResultId }) => releasedResultId),
    create: (context) => ({
      text: `insert into result_release (id, patient_id, result_id, basis, released_at) values (uuidv7(), $1, $2, 'signed_off', now())`,
      values: [context.patientId, context.resultId],
    }),
  },
} satisfies Partial<Record<PatientEntity, Probes>>

/** Tables that fall under one of these entities beside the one that bears its name. */
export const FURTHER_FOLLOW_UP_PROBES: { entity: PatientEntity; table: string; probes: Probes }[] = [
  {
    entity: 'follow_up_pathway',
    table: 'pathway_protocol',
    probes: {
      read: seen('pathway_protocol', ({ pathwayProtocolId }) => pathwayProtocolId),
      create: (context) => ({
        text: `insert into pathway_protocol (id, patient_id, pathway_id, number, protocol_code, protocol_version, content, overrides, reason)
          values (uuidv7(), $1, $2, 2, 'prostate-surgery', '2', '{}', '{}', 'New version')`,
        values: [context.patientId, context.pathwayId],
      }),
    },
  },
  {
    entity: 'follow_up_pathway',
    table: 'pathway_event',
    probes: {
      read: seen('pathway_event', ({ pathwayEventId }) => pathwayEventId),
      create: (context) => ({
        text: `insert into pathway_event (id, patient_id, pathway_id, kind, "on", reason) values (uuidv7(), $1, $2, 'reactivated', current_date, 'Stable again')`,
        values: [context.patientId, context.pathwayId],
      }),
    },
  },
  {
    entity: 'surveillance_test',
    table: 'surveillance_test_event',
    probes: {
      read: seen('surveillance_test_event', ({ testEventId }) => testEventId),
      create: (context) => ({
        text: `insert into surveillance_test_event (id, patient_id, test_id, kind, "on") values (uuidv7(), $1, $2, 'done', current_date)`,
        values: [context.patientId, context.testId],
      }),
    },
  },
  {
    entity: 'result',
    table: 'result_judgement',
    probes: {
      read: seen('result_judgement', ({ judgementId }) => judgementId),
      create: (context) => ({
        text: `insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts) values (uuidv7(), $1, $2, $3, false, '[]')`,
        values: [context.patientId, context.resultId, context.ownTeamId],
      }),
    },
  },
]
