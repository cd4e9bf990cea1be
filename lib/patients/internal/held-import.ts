import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isUuid } from '@/lib/access/care-context'
import type { ImportReport } from '@/lib/patients/import/import-report'
import type { StagedRow } from '@/lib/patients/import/staged-row'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { Prisma } from '@/lib/platform/prisma-client/client'
import type { PatientImportState } from '@/lib/platform/prisma-client/enums'

type HeldImport = { teamId: string; state: PatientImportState; report: ImportReport; rows: StagedRow[] }

/**
 * An import of one of the actor's teams, held until the transaction ends: whoever else applies or discards it waits.
 *
 * @throws NotFound
 */
export async function holdImport(tx: Tx, importId: string): Promise<HeldImport> {
  if (!isUuid(importId)) throw new NotFound()
  const [row] = await tx.$queryRaw<
    { team_id: string; state: PatientImportState; report: ImportReport; staged_rows: StagedRow[] | null }[]
  >`select team_id, state::text, report, staged_rows from patient_import where id = ${importId}::uuid for update`
  if (!row) throw new NotFound()
  return { teamId: row.team_id, state: row.state, report: row.report, rows: row.staged_rows ?? [] }
}

/** Ends an import: the rows that waited are removed, what it did is kept. */
export async function finishImport(
  tx: Tx,
  actor: Actor,
  importId: string,
  { state, report }: { state: PatientImportState; report?: ImportReport },
): Promise<void> {
  await tx.patientImport.updateMany({
    where: { id: importId },
    data: {
      state,
      stagedRows: Prisma.DbNull,
      finishedAt: now(),
      finishedById: actor.staffId,
      ...(report && { report }),
    },
  })
}
