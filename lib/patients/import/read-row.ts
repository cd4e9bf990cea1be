import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { checkFreeText, SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { ImportWarning, RejectionReason } from '@/lib/patients/import/import-reasons'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'
import { PATIENT_FILE_COLUMN_KEYS } from '@/lib/patients/import/patient-file-columns'
import { readCourse } from '@/lib/patients/import/read-course'
import { readDetails } from '@/lib/patients/import/read-details'
import { readIdentity } from '@/lib/patients/import/read-identity'

/** What rows are judged by: today's date, and the codes of the practices that are known here, in upper case. */
export type ImportSettings = { today: CalendarDate; knownPracticeCodes: ReadonlySet<string> }

type PatientAndWarnings = { patient: ImportedPatient; warnings: ImportWarning[] }

/** Reads one row by itself. The first fault found rejects it. */
export function readRow(
  cells: PatientFileCells | null,
  settings: ImportSettings,
): Parsed<PatientAndWarnings, RejectionReason> {
  if (!cells) return refused('wrong_number_of_cells')
  const checked = checkCells(cells)
  if (!checked.ok) return checked
  const identity = readIdentity(checked.value, settings.today)
  if (!identity.ok) return identity
  const course = readCourse(checked.value, { bornOn: identity.value.bornOn, today: settings.today })
  if (!course.ok) return course

  const { details, warnings } = readDetails(checked.value, settings.knownPracticeCodes)
  const { diedOn, ...diagnosis } = course.value
  const { laterality, ...demographics } = details
  const patient = { ...identity.value, ...demographics, diedOn, diagnosis: { ...diagnosis, laterality } }
  return read({ patient, warnings })
}

/** Every cell trimmed, in NFC, short enough and storable: text is taken whole or refused, never cut. */
function checkCells(cells: PatientFileCells): Parsed<PatientFileCells, RejectionReason> {
  const checked = { ...cells }
  for (const key of PATIENT_FILE_COLUMN_KEYS) {
    const cell = checkFreeText(cells[key].trim(), SHORT_TEXT_LIMIT)
    if (!cell.ok) return refused(cell.fault === 'too_long' ? 'text_too_long' : 'text_not_allowed')
    checked[key] = cell.value
  }
  return read(checked)
}
