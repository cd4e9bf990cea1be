import 'server-only'
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { fileRefusalWords } from '@/lib/patients/import/import-reasons'
import { buildImportReport, type ImportReport } from '@/lib/patients/import/import-report'
import { PatientFileRefused } from '@/lib/patients/import/parse-patient-file'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { IMPORT_SECONDS, judgeFile } from './internal/judge-file'
import { keepRows } from './internal/staged-rows'

type PatientFile = { teamId: string; fileName: string; bytes: Uint8Array }

/**
 * Reads and judges a hospital's file and keeps it for somebody to look through: no patient is written yet.
 *
 * @param file its bytes as they came, and the actor's team that is to have the patients in care
 * @returns the id of the import, to be reviewed and then applied or discarded
 * @throws NotAllowed; NotFound if the team is not a hospital or community team of the actor's
 * @throws RuleBroken with the reason in words, if the file is refused whole
 */
export async function stagePatientImport(actor: Actor, file: PatientFile): Promise<{ importId: string }> {
  return readingFile(actor, file, async (tx) => {
    const importId = uuidv7()
    await tx.patientImport.createMany({
      data: {
        id: importId,
        teamId: file.teamId,
        fileName: file.fileName.toWellFormed().replaceAll('\0', ''),
        fileHash: createHash('sha256').update(file.bytes).digest('hex'),
        report: buildImportReport([]),
        createdById: actor.staffId,
      },
    })
    const report = await judgeFile(tx, file, (rows) => keepRows(tx, importId, rows))
    await tx.patientImport.updateMany({ where: { id: importId }, data: { report } })
    await record(tx, 'patient_import.staged', report, importId)
    return { importId }
  })
}

/** What staging and applying a file would find, without keeping any of it. @throws as `stagePatientImport` */
export async function previewPatientImport(
  actor: Actor,
  file: Omit<PatientFile, 'fileName'>,
): Promise<ImportReport> {
  return readingFile(actor, file, async (tx) => {
    const { newcomers: _, ...report } = await judgeFile(tx, file, async () => undefined)
    await record(tx, 'patient_import.reviewed', report, null)
    return report
  })
}

async function readingFile<Result>(
  actor: Actor,
  { teamId }: { teamId: string },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  permitInOwn(actor, 'patient_import', 'create')
  if (!teamsAs(actor, 'clinician', 'support_worker').some((team) => team.teamId === teamId))
    throw new NotFound()
  try {
    return await asActor(actor, work, IMPORT_SECONDS)
  } catch (error) {
    if (!(error instanceof PatientFileRefused)) throw error
    throw new RuleBroken([{ field: 'file', message: fileRefusalWords(error.refusal) }])
  }
}

async function record(
  tx: Tx,
  event: 'patient_import.staged' | 'patient_import.reviewed',
  { rows, accepted, rejected, duplicates }: ImportReport,
  importId: string | null,
): Promise<void> {
  await recordAccess(tx, { event, entityId: importId, detail: { rows, accepted, rejected, duplicates } })
}
