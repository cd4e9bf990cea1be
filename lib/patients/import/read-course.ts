import { parseCalendarDate, type CalendarDate } from '@/lib/nhs/calendar-date'
import { parseDiagnosisCode } from '@/lib/nhs/diagnosis-code'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import type { RejectionReason } from '@/lib/patients/import/import-reasons'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'

type Course = { diagnosedOn: CalendarDate; icd10Code: string; diedOn: CalendarDate | null }

/** The days that a course of events lies between. Both ends are taken: people are diagnosed, and die, on the day they are born. */
export type Lifespan = { bornOn: CalendarDate; today: CalendarDate }

/**
 * Reads diagnosis and death, checked in that order. The date and the code of the diagnosis must be there.
 * A diagnosis after the death is taken: some cancers are found only then.
 */
export function readCourse(cells: PatientFileCells, lifespan: Lifespan): Parsed<Course, RejectionReason> {
  const diagnosedOn = readDateOfDiagnosis(cells.diagnosedOn, lifespan)
  if (!diagnosedOn.ok) return diagnosedOn
  const code = parseDiagnosisCode(cells.diagnosisCode)
  if (!code.ok) return refused('diagnosis_code_invalid')
  const diedOn = readDateOfDeath(cells.diedOn, lifespan)
  if (!diedOn.ok) return diedOn
  return read({ diagnosedOn: diagnosedOn.value, icd10Code: code.value, diedOn: diedOn.value })
}

function readDateOfDiagnosis(
  text: string,
  { bornOn, today }: Lifespan,
): Parsed<CalendarDate, RejectionReason> {
  const date = parseCalendarDate(text)
  if (!date.ok) return refused('date_of_diagnosis_invalid')
  if (date.value < bornOn) return refused('date_of_diagnosis_before_birth')
  return date.value > today ? refused('date_of_diagnosis_in_future') : date
}

function readDateOfDeath(
  text: string,
  { bornOn, today }: Lifespan,
): Parsed<CalendarDate | null, RejectionReason> {
  const date = parseCalendarDate(text)
  if (!date.ok) return date.fault === 'missing' ? read(null) : refused('date_of_death_invalid')
  if (date.value < bornOn) return refused('death_before_birth')
  return date.value > today ? refused('date_of_death_in_future') : date
}
