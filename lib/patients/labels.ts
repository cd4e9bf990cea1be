import { ACCESSIBLE_INFORMATION_NEEDS } from '@/lib/nhs/code-lists/accessible-information'
import { ETHNIC_CATEGORIES } from '@/lib/nhs/code-lists/ethnic-category'
import { languageLabel } from '@/lib/nhs/code-lists/language'
import { SEXES } from '@/lib/nhs/code-lists/sex'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldValue, PatientChanges } from '@/lib/patients/patient-fields'

type ChangedField = keyof PatientChanges

/** The names of what can change on a record, as its form and its history say them. */
export const PATIENT_FIELD_LABELS: Readonly<Record<ChangedField, string>> = {
  title: 'Title',
  givenName: 'First names',
  familyName: 'Last name',
  preferredName: 'Likes to be called',
  bornOn: 'Date of birth',
  diedOn: 'Date of death',
  sex: 'Gender',
  ethnicCategory: 'Ethnic category',
  addressLine1: 'Address line 1',
  addressLine2: 'Address line 2',
  postcode: 'Postcode',
  mobileTelephone: 'Mobile telephone',
  homeTelephone: 'Home telephone',
  email: 'Email address',
  preferredLanguage: 'Preferred language',
  interpreterRequired: 'Interpreter required',
  informationNeeds: 'Information needs',
  communicationNote: 'Note on communication',
  sharesWithPractice: 'Care plans and treatment summaries are shared with the practice',
  registeredPractice: 'Registered practice',
  correctionReason: 'Why the death was taken back',
}

const IN_WORDS: Partial<Record<ChangedField, (code: string) => string>> = {
  bornOn: formatDateForStaff,
  diedOn: formatDateForStaff,
  sex: SEXES.label,
  ethnicCategory: ETHNIC_CATEGORIES.label,
  preferredLanguage: languageLabel,
}

/** A value of a record in words; blank ones are "Not recorded". */
export function fieldWords(field: ChangedField, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(ACCESSIBLE_INFORMATION_NEEDS.label).join(', ') || 'None recorded'
  if (value === null || value === '') return 'Not recorded'
  return IN_WORDS[field]?.(value) ?? value
}
