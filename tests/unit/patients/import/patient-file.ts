import {
  PATIENT_FILE_COLUMN_KEYS,
  PATIENT_FILE_COLUMNS,
  type PatientFileColumn,
} from '@/lib/patients/import/patient-file-columns'
import {
  PatientFileRefused,
  readPatientFile,
  type PatientFileCells,
  type PatientFileRefusal,
  type PatientFileRow,
} from '@/lib/patients/import/parse-patient-file'

/** A row with nothing wrong in it. */
export const GOOD_CELLS: PatientFileCells = {
  nhsNumber: '999 000 0018',
  hospitalNumber: 'RHM160816',
  title: 'Mrs',
  familyName: 'Smith',
  givenName: 'Anne',
  preferredName: 'Nan',
  bornOn: '03/02/1961',
  sex: 'F',
  ethnicCategory: 'A',
  preferredLanguage: 'pl',
  interpreterRequired: 'Y',
  addressLine1: '43 The Avenue',
  addressLine2: 'Southampton',
  postcode: 'so166yd',
  practiceCode: 'Z90001',
  mobileTelephone: '+447700900160',
  email: 'anne@example.org',
  diagnosedOn: '3 Oct 2026',
  diagnosisCode: 'c509',
  laterality: 'L',
  diedOn: '',
}

export const HEADINGS = PATIENT_FILE_COLUMN_KEYS.map((key) => PATIENT_FILE_COLUMNS[key])

/** A row's cells in the order of the headings. */
export function inOrder(cells: PatientFileCells): string[] {
  return PATIENT_FILE_COLUMN_KEYS.map((key: PatientFileColumn) => cells[key])
}

/** CSV by RFC 4180, every cell in quotation marks. */
export function toCsv(rows: readonly (readonly string[])[], lineEnd = '\r\n'): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + lineEnd).join('')
}

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** All rows of a file, or why it is refused. */
export async function readAll(
  bytes: Uint8Array,
): Promise<{ ok: true; value: PatientFileRow[] } | { ok: false; fault: PatientFileRefusal }> {
  try {
    const rows: PatientFileRow[] = []
    for await (const row of readPatientFile(bytes)) rows.push(row)
    return { ok: true, value: rows }
  } catch (error) {
    if (error instanceof PatientFileRefused) return { ok: false, fault: error.refusal }
    throw error
  }
}
