import type { Cells } from './access-table'

const HELD_BY_PRACTICE = { gp: ['read', 'create', 'void', 'print'] } as const

/** What reviews agreed: kept in the practice, shared with hospital teams, or asked of one of them. */
const REVIEW_ACTIONS_UNDER_CARE = {
  review_action: { gp: ['read', 'create', 'update'] },
  shared_review_action: {
    clinician: ['read'],
    support_worker: ['read'],
    gp: ['read', 'create', 'update'],
  },
  hospital_review_action: {
    clinician: ['read', 'update'],
    support_worker: ['read', 'update'],
    gp: ['read', 'create', 'update'],
  },
} as const satisfies Record<string, Cells>

/**
 * Part of the table: cancer care reviews, under `care`. What happened on the way to one (`review_fact`) and the review are
 * the practice's. Everybody else learns that something happened and when (`review_course`), and of a review what the
 * practice shares.
 */
export const REVIEWS_UNDER_CARE = {
  review_fact: HELD_BY_PRACTICE,
  review_course: { clinician: ['read'], support_worker: ['read'], gp: ['read'] },
  cancer_care_review: HELD_BY_PRACTICE,
  shared_review_outcome: { clinician: ['read', 'print'], support_worker: ['read', 'print'] },
  review_draft: { gp: ['read', 'create', 'update'] },
  ...REVIEW_ACTIONS_UNDER_CARE,
} as const satisfies Record<string, Cells>

/** An emergency does not open them to another practice. */
export const REVIEWS_OF_ONE_PRACTICE = [
  'review_fact',
  'review_course',
  'cancer_care_review',
  'review_draft',
  'review_action',
  'shared_review_action',
  'hospital_review_action',
] as const
