import type { Cells } from './access-table'

/** Part of the table: treatment summaries, under `care`: what is written and signed, what was sent of it, what it asks. */
export const SUMMARIES_UNDER_CARE = {
  treatment_summary: {
    clinician: ['read', 'create', 'update', 'sign', 'print'],
    support_worker: ['read', 'create', 'update', 'print'],
  },
  sent_treatment_summary: {
    clinician: ['read', 'create', 'print'],
    support_worker: ['read', 'create', 'print'],
    gp: ['read', 'update', 'print'],
  },
  practice_request: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
    gp: ['read', 'update'],
  },
  document_link: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
  },
} as const satisfies Record<string, Cells>
