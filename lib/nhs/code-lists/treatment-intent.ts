import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** COSD v10, CANCER TREATMENT INTENT. */
export const TREATMENT_INTENTS = codeList([
  ['01', 'Curative'],
  ['02', 'Palliative'],
  ['03', 'Disease modification'],
  ['04', 'Diagnostic'],
  ['05', 'Staging'],
  ['06', 'Uncertain'],
  ['98', 'Other'],
  ['09', 'Not known'],
])

export type TreatmentIntent = CodeOf<typeof TREATMENT_INTENTS>
