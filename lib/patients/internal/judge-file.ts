import 'server-only'
import { listPractices } from '@/lib/care-teams/practices'
import { buildImportReport, joinReports, type StagedReport } from '@/lib/patients/import/import-report'
import { rowJudge } from '@/lib/patients/import/judge-rows'
import { readPatientFile, type PatientFileRow } from '@/lib/patients/import/parse-patient-file'
import { stagedRow, type StagedRow } from '@/lib/patients/import/staged-row'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { BATCH_SIZE } from './batches'
import { recordJudge } from './judge-against-records'

/** An import may take this long: the largest file that is taken, on a small server. */
export const IMPORT_SECONDS = 600

/**
 * Judges a file for a team, some rows at a time: each by itself, then among those before it, then by the records that
 * are there.
 *
 * @param keep is given the judged rows, in the order of the file
 * @returns what was found
 * @throws PatientFileRefused: what was kept must then be thrown away
 */
export async function judgeFile(
  tx: Tx,
  { teamId, bytes }: { teamId: string; bytes: Uint8Array },
  keep: (rows: StagedRow[]) => Promise<void>,
): Promise<StagedReport> {
  const practices = await listPractices(tx)
  const knownPracticeCodes = new Set(practices.map(({ code }) => code.toUpperCase()))
  const judge = rowJudge({ today: today(), knownPracticeCodes })
  const judgeAgain = recordJudge(tx, teamId)
  let report = buildImportReport([])
  let newcomers = 0
  for await (const rows of partsOf(readPatientFile(bytes))) {
    const { verdicts, newcomers: more } = await judgeAgain(rows.map(judge))
    newcomers += more
    report = joinReports(report, buildImportReport(verdicts))
    await keep(rows.flatMap((row, place) => (verdicts[place] ? [stagedRow(row, verdicts[place])] : [])))
  }
  return { ...report, newcomers }
}

async function* partsOf(rows: AsyncIterable<PatientFileRow>): AsyncGenerator<PatientFileRow[]> {
  let part: PatientFileRow[] = []
  for await (const row of rows) {
    part.push(row)
    if (part.length < BATCH_SIZE) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
