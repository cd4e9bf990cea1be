import 'server-only'
import { listPractices } from '@/lib/care-teams/practices'
import { judgeRows, type RowVerdict } from '@/lib/patients/import/judge-rows'
import type { PatientFileRow } from '@/lib/patients/import/parse-patient-file'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { judgeAgainstRecords } from './judge-against-records'

/** An import may take this long: the largest file that is taken, on a small server. */
export const IMPORT_SECONDS = 600

/** Judges the rows of a file for a team: each by itself, then among each other, then by the records that are there. */
export async function judgeForTeam(
  tx: Tx,
  teamId: string,
  rows: readonly PatientFileRow[],
): Promise<RowVerdict[]> {
  const practices = await listPractices(tx)
  const knownPracticeCodes = new Set(practices.map(({ code }) => code.toUpperCase()))
  return judgeAgainstRecords(tx, teamId, judgeRows(rows, { today: today(), knownPracticeCodes }))
}
