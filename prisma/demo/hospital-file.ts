import { PATIENT_FILE_COLUMN_KEYS, PATIENT_FILE_COLUMNS } from '@/lib/patients/import/patient-file-columns'
import type { PatientFileColumn } from '@/lib/patients/import/patient-file-columns'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { InventedPerson } from './invented-people'

/** What a hospital's list says of a person besides who they are. */
export type Course = {
  /** ODS code; null where the hospital does not know it. */
  practice: string | null
  diagnosedOn: CalendarDate
  icd10Code: string
  laterality: string
}

/** The list of patients as the hospital's system would export it, for the import that every hospital uses. */
export function hospitalFile(people: readonly { person: InventedPerson; course: Course }[]): Uint8Array {
  const rows = people.map(({ person, course }) => {
    const cells = cellsOf(person, course)
    return PATIENT_FILE_COLUMN_KEYS.map((column) => quoted(cells[column])).join(',')
  })
  const headings = PATIENT_FILE_COLUMN_KEYS.map((column) => PATIENT_FILE_COLUMNS[column]).join(',')
  return new TextEncoder().encode([headings, ...rows].map((line) => `${line}\r\n`).join(''))
}

function cellsOf(person: InventedPerson, course: Course): Record<PatientFileColumn, string> {
  const { language, needsInterpreter, preferredName = '', ...asTheyAre } = person
  return {
    ...asTheyAre,
    preferredName,
    preferredLanguage: language,
    interpreterRequired: needsInterpreter ? 'Y' : 'N',
    practiceCode: course.practice ?? '',
    diagnosedOn: course.diagnosedOn,
    diagnosisCode: course.icd10Code,
    laterality: course.laterality,
    diedOn: '',
  }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
