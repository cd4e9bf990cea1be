import { FOLLOW_UP_UNDER_CARE } from './follow-up-access'
import { MESSAGES_UNDER_CARE } from './message-access'
import { REVIEWS_OF_ONE_PRACTICE, REVIEWS_UNDER_CARE } from './review-access'
import { SUMMARIES_UNDER_CARE } from './summary-access'

/**
 * Who may do what. Decided here, reviewed as one page, enforced twice: by `policy.ts` for meaning and by row-level
 * security for certainty; tests/policies walks every cell against both. What is not said is refused.
 */

export const ROLES = [
  'clinician',
  'support_worker',
  'gp',
  'programme_lead',
  'privacy_officer',
  'admin',
] as const
export type Role = (typeof ROLES)[number]

/**
 * How an actor stands to a patient. `care`: a team of the actor's has a care relationship that has begun and not ended
 * (for a practice: the patient is registered there). `organisation`: only another team of the actor's organisation has
 * one. `elsewhere`: only other organisations have one. `ended`: the actor's team had one. `emergency`: break-glass by
 * this actor, live. `emergency_over`: break-glass, expired.
 */
export const RELATIONS = [
  'care',
  'organisation',
  'elsewhere',
  'ended',
  'emergency',
  'emergency_over',
] as const
export type Relation = (typeof RELATIONS)[number]

/** `create` includes recording a fact; `sign` deciding or agreeing; `void` marking as recorded in error, keeping the row. */
export const VERBS = ['read', 'create', 'update', 'print', 'sign', 'void'] as const
export type Verb = (typeof VERBS)[number]

export type Cells = Partial<Record<Role, readonly Verb[]>>

/** Under `care`. */
export const UNDER_CARE = {
  patient: {
    clinician: ['read', 'create', 'update', 'print'],
    support_worker: ['read', 'create', 'update', 'print'],
    gp: ['read', 'update', 'print'],
  },
  about_me: {
    clinician: ['read', 'create', 'print'],
    support_worker: ['read', 'create', 'print'],
    gp: ['read', 'create', 'print'],
  },
  death: {
    clinician: ['read', 'create', 'void'],
    support_worker: ['read', 'create', 'void'],
    gp: ['read', 'create'],
  },
  care_relationship: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
    gp: ['read'],
  },
  key_contact: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
    gp: ['read'],
  },
  diagnosis: {
    clinician: ['read', 'create', 'update', 'void', 'print'],
    support_worker: ['read'],
    gp: ['read'],
  },
  treatment: {
    clinician: ['read', 'create', 'update', 'void', 'print'],
    support_worker: ['read'],
    gp: ['read'],
  },
  needs_assessment: {
    clinician: ['read', 'create', 'void', 'print'],
    support_worker: ['read', 'create', 'print'],
  },
  assessment_draft: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
  },
  care_plan: {
    clinician: ['read', 'create', 'update', 'sign', 'print'],
    support_worker: ['read', 'create', 'update', 'sign', 'print'],
  },
  shared_care_plan: {
    clinician: ['read', 'create', 'print'],
    support_worker: ['read', 'create', 'print'],
    gp: ['read', 'update', 'print'],
  },
  action: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
  },
  practice_action: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
    gp: ['read', 'update'],
  },
  ...SUMMARIES_UNDER_CARE,
  ...MESSAGES_UNDER_CARE,
  ...REVIEWS_UNDER_CARE,
  contact: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
    gp: ['read', 'create'],
  },
  ...FOLLOW_UP_UNDER_CARE,
  task: {
    clinician: ['read', 'update'],
    support_worker: ['read', 'update'],
    gp: ['read', 'update'],
  },
} as const satisfies Record<string, Cells>

export type PatientEntity = keyof typeof UNDER_CARE
export const PATIENT_ENTITIES = Object.keys(UNDER_CARE) as PatientEntity[]

/**
 * Outside `care`, nothing, but for these. `emergency`: whatever the role could read under care. `ended`: a practice
 * keeps what was sent to it, as sent.
 */
export const OUTSIDE_CARE = {
  ended: {
    shared_care_plan: { gp: ['read', 'update', 'print'] },
    sent_treatment_summary: { gp: ['read', 'update', 'print'] },
    sent_message: { gp: ['read', 'update', 'print'] },
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
    'released_result',
    ...REVIEWS_OF_ONE_PRACTICE,
    'task',
  ],
}
