import 'server-only'
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { fileRefusalWords } from '@/lib/patients/import/import-reasons'
import { buildImportReport, type ImportReport } from '@/lib/patients/import/import-report'
import { parsePatientFile, type PatientFileRow } from '@/lib/patients/import/parse-patient-file'
import { stagedRows } from '@/lib/patients/import/staged-row'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { IMPORT_SECONDS, judgeForTeam } from './internal/import-rows'

type PatientFile = { teamId: string; fileName: string; bytes: Uint8Array }

/**
 * Reads and judges a hospital's file and keeps it for somebody to look through: no patient is written yet.
 *
 * @param file its bytes as they came, and the actor's team that is to have the patients in care
 * @returns the id of the import, to be reviewed and then applied or discarded
 * @throws NotAllowed; NotFound if the team is not a hospital or community team of the actor's
 * @throws RuleBroken with the reason in words, if the file is refused whole
 */
export async function stagePatientImport(
  actor: Actor,
  { teamId, fileName, bytes }: PatientFile,
): Promise<{ importId: string }> {
  const rows = readFile(actor, teamId, bytes)
  return asActor(
    actor,
    async (tx) => {
      const verdicts = await judgeForTeam(tx, teamId, rows)
      const report = buildImportReport(verdicts)
      const importId = uuidv7()
      await tx.patientImport.createMany({
        data: {
          id: importId,
          teamId,
          fileName: fileName.toWellFormed().replaceAll('\0', ''),
          fileHash: createHash('sha256').update(bytes).digest('hex'),
          stagedRows: stagedRows(rows, verdicts),
          report,
          createdById: actor.staffId,
        },
      })
      await record(tx, 'patient_import.staged', report, importId)
      return { importId }
    },
    IMPORT_SECONDS,
  )
}

/** What staging and applying a file would find, without keeping any of it. @throws as `stagePatientImport` */
export async function previewPatientImport(
  actor: Actor,
  { teamId, bytes }: Omit<PatientFile, 'fileName'>,
): Promise<ImportReport> {
  const rows = readFile(actor, teamId, bytes)
  return asActor(
    actor,
    async (tx) => {
      const report = buildImportReport(await judgeForTeam(tx, teamId, rows))
      await record(tx, 'patient_import.reviewed', report, null)
      return report
    },
    IMPORT_SECONDS,
  )
}

function readFile(actor: Actor, teamId: string, bytes: Uint8Array): PatientFileRow[] {
  permitInOwn(actor, 'patient_import', 'create')
  if (!teamsAs(actor, 'clinician', 'support_worker').some((team) => team.teamId === teamId))
    throw new NotFound()
  const parsed = parsePatientFile(bytes)
  if (!parsed.ok) throw new RuleBroken([{ field: 'file', message: fileRefusalWords(parsed.fault) }])
  return parsed.value
}

async function record(
  tx: Tx,
  event: 'patient_import.staged' | 'patient_import.reviewed',
  { rows, accepted, rejected, duplicates }: ImportReport,
  importId: string | null,
): Promise<void> {
  await recordAccess(tx, { event, entityId: importId, detail: { rows, accepted, rejected, duplicates } })
}
