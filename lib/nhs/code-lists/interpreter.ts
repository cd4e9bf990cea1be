import { codeList } from '@/lib/nhs/code-lists/code-list'

/** COSD v10, interpreter at the contact: who interpreted when somebody was seen or spoken to. */
export const INTERPRETERS_AT_CONTACT = codeList([
  ['1', 'Professional interpreter'],
  ['2', 'Family member or friend'],
  ['3', 'Another person'],
  ['4', 'No interpreter needed'],
  ['5', 'Interpreter needed but did not attend'],
])
