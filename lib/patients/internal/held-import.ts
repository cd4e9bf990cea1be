import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isUuid } from '@/lib/access/care-context'
import type { ImportReport, StagedReport } from '@/lib/patients/import/import-report'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { PatientImportState } from '@/lib/platform/prisma-client/enums'

type HeldImport = { teamId: string; state: PatientImportState; report: ImportReport }

/**
 * An import of one of the actor's teams, held until the transaction ends: whoever else applies or discards it waits.
 *
 * @throws NotFound
 */
export async function holdImport(tx: Tx, importId: string): Promise<HeldImport> {
  if (!isUuid(importId)) throw new NotFound()
  const [row] = await tx.$queryRaw<
    { team_id: string; state: PatientImportState; report: ImportReport & Partial<StagedReport> }[]
  >`select team_id, state::text, report from patient_import where id = ${importId}::uuid for update`
  if (!row) throw new NotFound()
  const { newcomers: _, ...report } = row.report
  return { teamId: row.team_id, state: row.state, report }
}

/** Ends an import: the rows that waited are removed, what it did is kept. */
export async function finishImport(
  tx: Tx,
  actor: Actor,
  importId: string,
  { state, report }: { state: PatientImportState; report?: ImportReport },
): Promise<void> {
  await tx.patientImportRow.deleteMany({ where: { importId } })
  await tx.patientImport.updateMany({
    where: { id: importId },
    data: {
      state,
      finishedAt: now(),
      finishedById: actor.staffId,
      ...(report && { report }),
    },
  })
}
