import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** COSD v10, TUMOUR LATERALITY. */
export const LATERALITIES = codeList([
  ['L', 'Left'],
  ['R', 'Right'],
  ['M', 'Midline'],
  ['B', 'Both sides'],
  ['8', 'Not applicable'],
  ['9', 'Not known'],
])

export type Laterality = CodeOf<typeof LATERALITIES>
