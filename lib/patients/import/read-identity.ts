import { addYears, parseCalendarDate, type CalendarDate } from '@/lib/nhs/calendar-date'
import { parseNhsNumber } from '@/lib/nhs/nhs-number'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import { parseNamePart } from '@/lib/nhs/person-name'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import { OLDEST_AGE_IN_YEARS, type RejectionReason } from '@/lib/patients/import/import-reasons'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'

type Names = Pick<ImportedPatient, 'title' | 'givenName' | 'familyName' | 'preferredName'>
type Identity = Names & Pick<ImportedPatient, 'nhsNumber' | 'bornOn'>

/** Reads who the row is about: NHS number, names, date of birth, checked in that order. */
export function readIdentity(
  cells: PatientFileCells,
  today: CalendarDate,
): Parsed<Identity, RejectionReason> {
  const nhsNumber = parseNhsNumber(cells.nhsNumber)
  if (!nhsNumber.ok)
    return refused(nhsNumber.fault === 'missing' ? 'nhs_number_missing' : 'nhs_number_invalid')
  const names = readNames(cells)
  if (!names.ok) return names
  const bornOn = readDateOfBirth(cells.bornOn, today)
  if (!bornOn.ok) return bornOn
  return read({ nhsNumber: nhsNumber.value, ...names.value, bornOn: bornOn.value })
}

function readNames(cells: PatientFileCells): Parsed<Names, RejectionReason> {
  if (cells.familyName === '') return refused('family_name_missing')
  const parts = [cells.familyName, cells.givenName, cells.preferredName, cells.title].map(readNamePart)
  const [familyName, givenName, preferredName, title] = parts
  if (familyName == null || givenName == null || preferredName == null || title == null) {
    return refused('text_not_allowed')
  }
  return read({ familyName, givenName, preferredName: preferredName || null, title: title || null })
}

/** Null when it holds what a name may not. A part of a name that is missing is empty: only the family name must be there. */
function readNamePart(text: string): string | null {
  const part = parseNamePart(text)
  if (part.ok) return part.value
  return part.fault === 'missing' ? '' : null
}

function readDateOfBirth(text: string, today: CalendarDate): Parsed<CalendarDate, RejectionReason> {
  const bornOn = parseCalendarDate(text)
  if (!bornOn.ok)
    return refused(bornOn.fault === 'missing' ? 'date_of_birth_missing' : 'date_of_birth_invalid')
  if (bornOn.value > today) return refused('date_of_birth_in_future')
  if (bornOn.value < addYears(today, -OLDEST_AGE_IN_YEARS)) return refused('date_of_birth_too_old')
  return bornOn
}
