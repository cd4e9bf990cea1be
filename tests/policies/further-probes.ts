import type { PatientEntity } from '@/lib/access/access-table'
import { FURTHER_FOLLOW_UP_PROBES } from './follow-up-probes'
import { seen, touched, type Probes } from './probe'

/** Tables that fall under an entity beside the one that bears its name: each is walked as that one is. */
export const FURTHER_PROBES: { entity: PatientEntity; table: string; probes: Probes }[] = [
  {
    entity: 'treatment',
    table: 'treatment_phase',
    probes: {
      read: seen('treatment_phase', ({ phaseId }) => phaseId),
      create: (context) => ({
        text: `insert into treatment_phase (id, patient_id, team_id, diagnosis_id, name, started_on) values (uuidv7(), $1, $2, $3, 'Second treatment', current_date)`,
        values: [context.patientId, context.ownTeamId, context.diagnosisId],
      }),
      update: touched('treatment_phase', 'name', ({ phaseId }) => phaseId),
    },
  },
  {
    entity: 'diagnosis',
    table: 'performance_status',
    probes: {
      read: seen('performance_status', ({ performanceStatusId }) => performanceStatusId),
      create: (context) => ({
        text: `insert into performance_status (id, patient_id, team_id, grade, assessed_on) values (uuidv7(), $1, $2, '0', current_date)`,
        values: [context.patientId, context.ownTeamId],
      }),
      void: (context) => ({
        text: `insert into voided_fact (id, patient_id, entity, entity_id, reason) values (uuidv7(), $1, 'performance_status', $2, 'wrong person')`,
        values: [context.patientId, context.performanceStatusId],
      }),
    },
  },
  {
    entity: 'diagnosis',
    table: 'voided_fact, of a performance status',
    probes: { read: seen('voided_fact', ({ voidedStatusId }) => voidedStatusId) },
  },
  {
    entity: 'message',
    table: 'message_event',
    probes: { read: seen('message_event', ({ messageEventId }) => messageEventId) },
  },
  {
    entity: 'diagnosis',
    table: 'clinical_row_version',
    probes: { read: seen('clinical_row_version', ({ rowVersionId }) => rowVersionId) },
  },
  ...FURTHER_FOLLOW_UP_PROBES,
]
