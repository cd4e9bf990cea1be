import type { Cells } from './access-table'

const HELD_BY_PRACTICE = { gp: ['read', 'create', 'void', 'print'] } as const

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
} as const satisfies Record<string, Cells>

/** An emergency does not open them to another practice. */
export const REVIEWS_OF_ONE_PRACTICE = ['review_fact', 'review_course', 'cancer_care_review'] as const
