import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordEveryAccess } from '@/lib/access-log/record-access'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { listPractices } from '@/lib/care-teams/practices'
import { getStandards } from '@/lib/care-teams/standards'
import type { ImportReport } from '@/lib/patients/import/import-report'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { endEverythingOpen } from './internal/after-death'
import { inBatches } from './internal/batches'
import { finishImport, holdImport } from './internal/held-import'
import { writeBatch, type ImportSetting, type WrittenRow } from './internal/import-batch'
import { importEntries } from './internal/import-entries'
import { IMPORT_SECONDS } from './internal/judge-file'
import { reportOfApplied } from './import/applied-report'
import { moveRegistration } from './internal/registration'
import { acceptedRows } from './internal/staged-rows'
import type { patientImportSchema } from './schema'

/**
 * Writes the accepted rows of an import that somebody has looked through: all of them or, if anything fails, none.
 * Applied before, it answers as it did then and writes nothing.
 *
 * @returns what it did
 * @throws NotAllowed; NotFound; RuleBroken if it was discarded
 */
export async function applyPatientImport(
  actor: Actor,
  { importId }: z.output<typeof patientImportSchema>,
): Promise<ImportReport> {
  return asActor(
    actor,
    async (tx) => {
      permitInOwn(actor, 'patient_import', 'update')
      const held = await holdImport(tx, importId)
      if (held.state === 'applied') return held.report
      if (held.state === 'discarded') throw new RuleBroken('This import was discarded. Send the file again')
      const setting = await settingOf(tx, actor, held.teamId)
      const written = await writeAll(tx, setting, importId)
      await openAndClose(tx, setting, written)
      const report = reportOfApplied(held.report, written)
      await finishImport(tx, actor, importId, { state: 'applied', report })
      await recordEveryAccess(tx, importEntries(written, importId, report))
      return report
    },
    IMPORT_SECONDS,
  )
}

async function settingOf(tx: Tx, actor: Actor, teamId: string): Promise<ImportSetting> {
  const practices = await listPractices(tx)
  return {
    actor,
    teamId,
    standards: await getStandards(tx, teamId),
    practices: new Map(practices.map((practice) => [practice.code.toUpperCase(), practice])),
    today: today(),
  }
}

async function writeAll(tx: Tx, setting: ImportSetting, importId: string): Promise<WrittenRow[]> {
  const written: WrittenRow[] = []
  for await (const rows of acceptedRows(tx, importId)) {
    written.push(...(await writeBatch(tx, setting, rows)))
  }
  return written
}

/** Tasks come after all else: whoever opens or closes one holds counts that other people's work needs. */
async function openAndClose(
  tx: Tx,
  { actor, teamId }: ImportSetting,
  written: readonly WrittenRow[],
): Promise<void> {
  for (const { patientId, update } of written) {
    if (!patientId || !update) continue
    if (update.movesTo) await moveRegistration(tx, actor, { patientId, practiceId: update.movesTo, teamId })
    if (update.diedNow) await endEverythingOpen(tx, patientId)
  }
  for (const batch of inBatches(written.flatMap(({ tasks }) => tasks))) await openTasks(tx, batch)
  for (const batch of inBatches(written.flatMap(withNewDiagnosis))) await reconsiderReviews(tx, batch)
}

/** Whose cancer care reviews are to be reckoned: moving practice does that by itself. */
function withNewDiagnosis({ patientId, admitted }: WrittenRow): string[] {
  return patientId && admitted.isDiagnosisNew ? [patientId] : []
}
