import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/**
 * What a person needs so that they can read, hear and take part, by our own stable words.
 * The kinds of need are those of the Accessible Information Standard (DAPB1605): information format, contact method,
 * communication support, communication professional. The standard's SNOMED CT codes are not held here.
 * A spoken language and whether an interpreter of it is required are kept apart from this list.
 */
export const ACCESSIBLE_INFORMATION_NEEDS = codeList([
  ['large_print', 'Large print'],
  ['easy_read', 'Easy read'],
  ['braille', 'Braille'],
  ['audio', 'Audio'],
  ['email_or_text_only', 'Contact by email or text only'],
  ['british_sign_language', 'British Sign Language interpreter'],
  ['lip_reading', 'Lip-reads'],
  ['advocate', 'Advocate'],
  ['longer_appointment', 'Longer appointment'],
])

export type AccessibleInformationNeed = CodeOf<typeof ACCESSIBLE_INFORMATION_NEEDS>
