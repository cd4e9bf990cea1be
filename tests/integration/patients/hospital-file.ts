import type { Actor } from '@/lib/access/actor'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import type { ImportReport } from '@/lib/patients/import/import-report'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'
import { stagePatientImport } from '@/lib/patients/stage-patient-import'
import { GOOD_CELLS, HEADINGS, inOrder, toBytes, toCsv } from '@/tests/unit/patients/import/patient-file'

/** A file of rows that are each good but for what is given. */
export function fileOf(...rows: Partial<PatientFileCells>[]): Uint8Array {
  return toBytes(toCsv([HEADINGS, ...rows.map((cells) => inOrder({ ...GOOD_CELLS, ...cells }))]))
}

/** Sends a file for a team and confirms it. @returns what the import did */
export async function importFile(actor: Actor, teamId: string, bytes: Uint8Array): Promise<ImportReport> {
  const { importId } = await stagePatientImport(actor, { teamId, fileName: 'list.csv', bytes })
  return applyPatientImport(actor, { importId })
}
