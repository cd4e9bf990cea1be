import type { Cells } from './access-table'

/** Without a patient: what a role may do in its own team or organisation. */
export const IN_OWN_TEAM_OR_ORGANISATION = {
  worklist: { clinician: ['read'], support_worker: ['read'] },
  letters_to_post: { clinician: ['read', 'update', 'print'], support_worker: ['read', 'update', 'print'] },
  practice_home: { gp: ['read'] },
  contact_list: { clinician: ['read'], support_worker: ['read'] },
  results_to_review: { clinician: ['read', 'sign'], support_worker: ['read', 'sign'] },
  results_to_tell: { clinician: ['read', 'create'], support_worker: ['read', 'create'] },
  patient_search: { clinician: ['read'], support_worker: ['read'], gp: ['read'] },
  patient_import: { clinician: ['read', 'create', 'update'], support_worker: ['read', 'create', 'update'] },
  result_file: { clinician: ['read', 'create', 'update'], support_worker: ['read', 'create', 'update'] },
  unmatched_result: { clinician: ['read', 'create', 'update'], support_worker: ['read', 'create', 'update'] },
  follow_up_list: { clinician: ['read'], support_worker: ['read'] },
  registration: { clinician: ['create'], support_worker: ['create'] },
  staff: { admin: ['read', 'create', 'update'] },
  team_membership: { admin: ['read', 'create', 'update'] },
  organisation_role: { admin: ['read', 'create', 'update', 'sign'] },
  team_standards: { admin: ['read', 'update'] },
  protocol_publication: { clinician: ['read'], support_worker: ['read'], admin: ['read', 'create'] },
  protocol_rehearsal: { clinician: ['read', 'update'] },
  help_library: {
    clinician: ['read'],
    support_worker: ['read'],
    admin: ['read', 'create', 'update'],
  },
  own_account: {
    clinician: ['read', 'update'],
    support_worker: ['read', 'update'],
    gp: ['read', 'update'],
    programme_lead: ['read', 'update'],
    privacy_officer: ['read', 'update'],
    admin: ['read', 'update'],
  },
} as const satisfies Record<string, Cells>

export type OwnEntity = keyof typeof IN_OWN_TEAM_OR_ORGANISATION
