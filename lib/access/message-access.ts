import type { Cells } from './access-table'

/**
 * Part of the table: letters, emails and text messages, under `care`. What a hospital team sends a person is the hospital
 * teams'; a practice has what was sent to it (`sent_message`). Who may not be contacted how is for who sends.
 */
export const MESSAGES_UNDER_CARE = {
  message: {
    clinician: ['read', 'create', 'update', 'print'],
    support_worker: ['read', 'create', 'update', 'print'],
  },
  sent_message: {
    clinician: ['read', 'create', 'print'],
    support_worker: ['read', 'create', 'print'],
    gp: ['read', 'update', 'print'],
  },
  contact_block: {
    clinician: ['read', 'create', 'update'],
    support_worker: ['read', 'create', 'update'],
  },
} as const satisfies Record<string, Cells>
