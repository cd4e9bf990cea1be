import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { EthnicCategory } from '@/lib/nhs/code-lists/ethnic-category'
import type { Laterality } from '@/lib/nhs/code-lists/laterality'
import type { Sex } from '@/lib/nhs/code-lists/sex'
import type { NhsNumber } from '@/lib/nhs/nhs-number'

/** A patient as one accepted row says. Null means that the file says nothing, or nothing that could be taken. */
export type ImportedPatient = {
  nhsNumber: NhsNumber
  hospitalNumber: string | null
  title: string | null
  /** Empty for a person with a single name. */
  givenName: string
  familyName: string
  preferredName: string | null
  bornOn: CalendarDate
  diedOn: CalendarDate | null
  sex: Sex | null
  ethnicCategory: EthnicCategory | null
  preferredLanguage: string | null
  interpreterRequired: boolean | null
  addressLine1: string | null
  addressLine2: string | null
  postcode: string | null
  /** ODS code of a practice that is known here. */
  practiceCode: string | null
  mobileTelephone: string | null
  email: string | null
  diagnosis: { diagnosedOn: CalendarDate; icd10Code: string; laterality: Laterality | null }
}
