import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** COSD v10 CR7950, staff role offering the assessment (CR7960, offering the planning, has the same codes). */
export const STAFF_ROLES = codeList([
  ['01', 'Cancer nurse specialist'],
  ['02', 'Other nurse'],
  ['03', 'Allied health professional'],
  ['04', 'Support worker or care navigator'],
  ['05', 'Mental health professional'],
  ['06', 'Consultant, associate specialist or junior doctor'],
  ['08', 'Other'],
  ['09', 'Not known'],
])

export type StaffRole = CodeOf<typeof STAFF_ROLES>
