import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import type { ImportReport } from '@/lib/patients/import/import-report'
import { previewPatientImport, stagePatientImport } from '@/lib/patients/stage-patient-import'
import { RuleBroken } from '@/lib/platform/errors'
import { asImportActor } from './import-actor'
import { OperatorError } from './operator-error'

type FileToImport = { teamCode: string; fileName: string; bytes: Uint8Array; isDryRun: boolean }

/**
 * Imports a hospital's file for a team, as the import account of the team's organisation.
 *
 * @param ownerUrl role `owner`; everything about patients is written as role `app`
 * @throws OperatorError with the reason, if the file is refused whole
 */
export async function importPatientFile(
  ownerUrl: string,
  { teamCode, isDryRun, ...file }: FileToImport,
): Promise<ImportReport> {
  try {
    return await asImportActor(ownerUrl, teamCode, async (actor, teamId) => {
      if (isDryRun) return previewPatientImport(actor, { ...file, teamId })
      return applyPatientImport(actor, await stagePatientImport(actor, { ...file, teamId }))
    })
  } catch (error) {
    if (error instanceof RuleBroken) throw new OperatorError(`${file.fileName}: ${error.message}.`)
    throw error
  }
}
