import type { Cells, PatientEntity, Relation, Role } from './access-table'
import { REVIEWS_OF_ONE_PRACTICE } from './review-access'

/**
 * Outside `care`, nothing, but for these. `emergency`: whatever the role could read under care. `ended`: a practice
 * keeps what was sent to it, as sent.
 */
export const OUTSIDE_CARE = {
  ended: {
    shared_care_plan: { gp: ['read', 'update', 'print'] },
    sent_treatment_summary: { gp: ['read', 'update', 'print'] },
    sent_message: { gp: ['read', 'print'] },
  },
} as const satisfies Partial<Record<Relation, Partial<Record<PatientEntity, Cells>>>>

/** What was sent to one practice, asked of it or owed by it is that practice's: an emergency does not open it to another. */
export const NOT_IN_EMERGENCY: Partial<Record<Role, readonly PatientEntity[]>> = {
  gp: [
    'shared_care_plan',
    'practice_action',
    'sent_treatment_summary',
    'sent_message',
    'practice_request',
    ...REVIEWS_OF_ONE_PRACTICE,
    'task',
  ],
}
