import type { Cells } from './access-table'

/** Who may do what with follow-up and results of somebody in care. */
export const FOLLOW_UP_UNDER_CARE = {
  stratification_decision: {
    clinician: ['read', 'sign'],
    support_worker: ['read'],
    gp: ['read'],
  },
  follow_up_pathway: {
    clinician: ['read', 'create', 'update', 'print'],
    support_worker: ['read', 'print'],
    gp: ['read'],
  },
  surveillance_test: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
    gp: ['read'],
  },
  result: {
    clinician: ['read', 'create', 'sign'],
    support_worker: ['read', 'create'],
  },
  in_range_result: {
    clinician: ['read', 'sign'],
    support_worker: ['read', 'sign'],
  },
  result_telling: {
    clinician: ['read', 'create'],
    support_worker: ['read', 'create'],
  },
  chosen_test: {
    clinician: ['read', 'create'],
    support_worker: ['read', 'create'],
  },
  released_result: {
    clinician: ['read', 'create'],
    support_worker: ['read', 'create'],
    gp: ['read'],
  },
} as const satisfies Record<string, Cells>
