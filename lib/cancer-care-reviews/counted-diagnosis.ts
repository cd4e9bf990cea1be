import type { DiagnosisKind } from '@/lib/platform/prisma-client/enums'

/** Other skin cancers: the indicators leave out what is no melanoma. */
const SKIN_BUT_MELANOMA = 'C44'

/** Cancers of the blood that ICD-10 keeps among neoplasms of uncertain behaviour. */
const OF_THE_BLOOD = ['D45', 'D46', 'D47']

/**
 * Whether two cancer care reviews are owed after a diagnosis: it is a cancer, of its own.
 *
 * As in the registers behind CAN004 and CAN005, which count new diagnoses of cancer without non-melanoma skin cancer; in
 * situ and benign are none. A recurrence or progression is the same cancer: the indicators do not count from it, and a
 * course of several would owe two conversations for each. The practice may still hold a review whenever one is of use.
 */
export function owesReviews({ kind, icd10Code }: { kind: DiagnosisKind; icd10Code: string }): boolean {
  if (kind !== 'primary') return false
  const category = icd10Code.slice(0, 3)
  return OF_THE_BLOOD.includes(category) || (category.startsWith('C') && category !== SKIN_BUT_MELANOMA)
}
