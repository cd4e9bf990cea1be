import { SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'
import type { PatientFileRefusal } from '@/lib/patients/import/parse-patient-file'
import { PATIENT_FILE_MEGABYTES, PATIENT_FILE_ROW_LIMIT } from '@/lib/patients/import/patient-file-limits'

/** Nobody has lived this many years: an earlier date of birth is a mistake. */
export const OLDEST_AGE_IN_YEARS = 130

/** Why a row is not imported. */
const REJECTION_WORDS = {
  nhs_number_missing: 'There is no NHS number',
  nhs_number_invalid: 'The NHS number is not valid',
  family_name_missing: 'There is no surname',
  date_of_birth_missing: 'There is no date of birth',
  date_of_birth_invalid: 'The date of birth is not a real date in a form that is accepted',
  date_of_birth_in_future: 'The date of birth is in the future',
  date_of_birth_too_old: `The date of birth is more than ${OLDEST_AGE_IN_YEARS} years ago`,
  date_of_diagnosis_invalid:
    'The date of diagnosis is missing, or not a real date in a form that is accepted',
  date_of_diagnosis_before_birth: 'The date of diagnosis is before the date of birth',
  date_of_diagnosis_in_future: 'The date of diagnosis is in the future',
  diagnosis_code_invalid: 'The diagnosis is missing, or not an ICD-10 code of a cancer',
  date_of_death_invalid: 'The date of death is not a real date in a form that is accepted',
  date_of_death_in_future: 'The date of death is in the future',
  death_before_birth: 'The date of death is before the date of birth',
  conflicts_with_earlier_row: 'An earlier row has the same NHS number with another date of birth',
  conflicts_with_record: 'A record here has the same NHS number with another date of birth',
  wrong_number_of_cells: 'The row has fewer or more cells than there are headings',
  text_too_long: `A cell is longer than ${SHORT_TEXT_LIMIT} characters`,
  text_not_allowed: 'A cell has a character that cannot be stored',
} as const

/** What was left out of a row that is imported. */
const WARNING_WORDS = {
  practice_code_invalid: 'There is no practice code, or it is not one',
  practice_unknown: 'The practice is not known here',
  sex_not_recognised: 'The sex is not a code that is known',
  ethnic_category_not_recognised: 'The ethnic category is not a code that is known',
  preferred_language_not_recognised: 'The preferred language is not known',
  interpreter_required_not_recognised: 'Whether an interpreter is required is neither yes nor no',
  postcode_not_recognised: 'The postcode is not one of the United Kingdom',
  mobile_not_recognised: 'The mobile number is not one',
  email_not_recognised: 'The email address is not one',
  laterality_not_recognised: 'The laterality is not a code that is known',
  hospital_number_taken: 'The hospital number is another patient’s here, so it was left out',
  care_has_ended: 'The care of this team ended, so the patient was not taken back',
} as const

/** Why a row counts as a repeat of an earlier one. */
const DUPLICATE_WORDS = {
  duplicate_in_file: 'An earlier row has the same NHS number and date of birth',
} as const

export type RejectionReason = keyof typeof REJECTION_WORDS
export type ImportWarning = keyof typeof WARNING_WORDS
export type DuplicateReason = keyof typeof DUPLICATE_WORDS
export type ImportReason = RejectionReason | ImportWarning | DuplicateReason

/** Every reason with its words. */
export const REASON_WORDS: Readonly<Record<ImportReason, string>> = {
  ...REJECTION_WORDS,
  ...WARNING_WORDS,
  ...DUPLICATE_WORDS,
}

/** A reason as a sentence for the person who reviews the rows, without a full stop. */
export function importReasonWords(reason: ImportReason): string {
  return REASON_WORDS[reason]
}

/** Why a whole file was refused, and what to do about it. */
export function fileRefusalWords(refusal: PatientFileRefusal): string {
  switch (refusal.reason) {
    case 'too_large':
      return `The file must be at most ${PATIENT_FILE_MEGABYTES} MB and ${PATIENT_FILE_ROW_LIMIT.toLocaleString('en-GB')} rows`
    case 'wrong_encoding':
      return 'The file must be in UTF-8. In a spreadsheet, save it as CSV UTF-8'
    case 'empty':
      return 'The file is empty'
    case 'not_csv':
      return `The file is not a CSV file that can be read${refusal.row === null ? '' : `: see row ${refusal.row}`}`
    case 'missing_column':
      return `The file has no column ${refusal.columns.join(', ')}`
    case 'repeated_column':
      return `The file has more than one column ${refusal.columns.join(', ')}`
  }
}
