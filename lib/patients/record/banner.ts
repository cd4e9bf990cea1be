import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { ACCESSIBLE_INFORMATION_NEEDS } from '@/lib/nhs/code-lists/accessible-information'
import { languageLabel } from '@/lib/nhs/code-lists/language'
import { SEXES } from '@/lib/nhs/code-lists/sex'
import type { PersonName } from '@/lib/nhs/person-name'
import type { PatientRow } from './patient-row'

/** Who the page is about, as the patient banner shows them. */
export type Banner = PersonName & {
  preferredName: string | null
  bornOn: CalendarDate
  gender: string
  nhsNumber: string
  diedOn: CalendarDate | null
  /** Language of the interpreter needed. */
  interpreter: string | null
  informationNeeds: string[]
  contact: { address: string | null; telephone: string | null; email: string | null; note: string | null }
}

/** The banner of a patient, in words. */
export function bannerOf(row: PatientRow): Banner {
  return {
    title: row.title,
    givenName: row.given_name,
    familyName: row.family_name,
    preferredName: row.preferred_name,
    bornOn: row.born_on,
    gender: SEXES.label(row.gender ?? row.sex),
    nhsNumber: row.nhs_number,
    diedOn: row.died_on,
    interpreter: interpreterOf(row),
    informationNeeds: row.information_needs.map(ACCESSIBLE_INFORMATION_NEEDS.label),
    contact: {
      address: joined([row.address_line_1, row.address_line_2, row.postcode], ', '),
      telephone: joined([row.mobile_telephone, row.home_telephone], ' or '),
      email: row.email,
      note: row.communication_note,
    },
  }
}

function interpreterOf({ interpreter_required, preferred_language }: PatientRow): string | null {
  if (!interpreter_required) return null
  return preferred_language ? languageLabel(preferred_language) : 'Required, language not recorded'
}

function joined(parts: readonly (string | null)[], between: string): string | null {
  return parts.filter(Boolean).join(between) || null
}
