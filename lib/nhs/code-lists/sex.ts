import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** NHS Data Dictionary, PERSON STATED GENDER CODE, which is what hospital systems hold and export as sex. */
export const SEXES = codeList([
  ['2', 'Female'],
  ['1', 'Male'],
  ['9', 'Indeterminate'],
  ['X', 'Not known'],
])

export type Sex = CodeOf<typeof SEXES>
