import { applyResultFile } from '@/lib/results/apply-result-file'
import type { ResultFileReport } from '@/lib/results/file/staged-row'
import { previewResultFile, stageResultFile } from '@/lib/results/stage-result-file'
import { RuleBroken } from '@/lib/platform/errors'
import { asImportActor } from './import-actor'
import { OperatorError } from './operator-error'

type FileToImport = { teamCode: string; fileName: string; bytes: Uint8Array; isDryRun: boolean }

/**
 * Files a laboratory's file of results for a team, as the import account of the team's organisation.
 *
 * @param ownerUrl role `owner`; everything about patients is written as role `app`
 * @throws OperatorError with the reason, if the file is refused whole
 */
export async function importResultFile(
  ownerUrl: string,
  { teamCode, isDryRun, ...file }: FileToImport,
): Promise<ResultFileReport> {
  try {
    return await asImportActor(ownerUrl, teamCode, async (actor, teamId) => {
      if (isDryRun) return previewResultFile(actor, { ...file, teamId })
      return applyResultFile(actor, await stageResultFile(actor, { ...file, teamId }))
    })
  } catch (error) {
    if (error instanceof RuleBroken) throw new OperatorError(`${file.fileName}: ${error.message}.`)
    throw error
  }
}
