import { parseLanguage } from '@/lib/nhs/code-lists/language'
import type { Laterality } from '@/lib/nhs/code-lists/laterality'
import { parseEmailAddress } from '@/lib/nhs/email-address'
import { parsePracticeCode } from '@/lib/nhs/ods-code'
import type { Parsed } from '@/lib/nhs/parsed'
import { parsePostcode } from '@/lib/nhs/postcode'
import { canBeMobile, parseTelephone } from '@/lib/nhs/telephone'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { ImportWarning } from '@/lib/patients/import/import-reasons'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'
import { readEthnicCategory, readLaterality, readSex, readYesOrNo } from '@/lib/patients/import/read-codes'

type Details = Omit<
  ImportedPatient,
  'nhsNumber' | 'title' | 'givenName' | 'familyName' | 'preferredName' | 'bornOn' | 'diedOn' | 'diagnosis'
> & { laterality: Laterality | null }

/**
 * Reads what a patient can do without. A cell that cannot be taken is left out with a warning, never guessed at;
 * a blank one is left out silently, save for the practice, which every patient should have.
 */
export function readDetails(
  cells: PatientFileCells,
  knownPracticeCodes: ReadonlySet<string>,
): { details: Details; warnings: ImportWarning[] } {
  const practice = readPractice(cells.practiceCode, knownPracticeCodes)
  const warnings: ImportWarning[] = practice.ok ? [] : [practice.fault]
  const take = <Value>(cell: string, readCell: (text: string) => Value | null, warning: ImportWarning) => {
    if (cell === '') return null
    const value = readCell(cell)
    if (value === null) warnings.push(warning)
    return value
  }
  const details = {
    hospitalNumber: cells.hospitalNumber || null,
    addressLine1: cells.addressLine1 || null,
    addressLine2: cells.addressLine2 || null,
    practiceCode: valueOf(practice),
    sex: take(cells.sex, readSex, 'sex_not_recognised'),
    ethnicCategory: take(cells.ethnicCategory, readEthnicCategory, 'ethnic_category_not_recognised'),
    preferredLanguage: take(cells.preferredLanguage, parseLanguage, 'preferred_language_not_recognised'),
    interpreterRequired: take(cells.interpreterRequired, readYesOrNo, 'interpreter_required_not_recognised'),
    postcode: take(cells.postcode, (text) => valueOf(parsePostcode(text)), 'postcode_not_recognised'),
    mobileTelephone: take(cells.mobileTelephone, readMobile, 'mobile_not_recognised'),
    email: take(cells.email, (text) => valueOf(parseEmailAddress(text)), 'email_not_recognised'),
    laterality: take(cells.laterality, readLaterality, 'laterality_not_recognised'),
  }
  return { details, warnings }
}

function valueOf<Value>(parsed: Parsed<Value, unknown>): Value | null {
  return parsed.ok ? parsed.value : null
}

function readPractice(cell: string, known: ReadonlySet<string>): Parsed<string, ImportWarning> {
  const code = parsePracticeCode(cell)
  if (!code.ok) return { ok: false, fault: 'practice_code_invalid' }
  return known.has(code.value) ? code : { ok: false, fault: 'practice_unknown' }
}

function readMobile(cell: string): string | null {
  const number = valueOf(parseTelephone(cell))
  return number !== null && canBeMobile(number) ? number : null
}
