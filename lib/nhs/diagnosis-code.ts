import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** C00–C97 malignant, D00–D09 in situ, D37–D48 of uncertain or unknown behaviour (ICD-10 chapter II). */
const CANCER_CODE = /^(C[0-8]\d|C9[0-7]|D0\d|D3[7-9]|D4[0-8])\.?(\d?)X?$/

/**
 * Reads an ICD-10 code of a cancer and gives it as `C50.9`, or `C61` where there is no fourth character.
 * The dot and the case do not matter, and an X that only fills the last place is left off.
 */
export function parseDiagnosisCode(text: string): Parsed<string, 'missing' | 'not_a_cancer_code'> {
  const code = text.trim().toUpperCase()
  if (code === '') return refused('missing')
  const [, category, subcategory] = CANCER_CODE.exec(code) ?? []
  if (!category) return refused('not_a_cancer_code')
  return read(subcategory ? `${category}.${subcategory}` : category)
}
