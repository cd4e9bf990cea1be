import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isUuid } from '@/lib/access/care-context'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { ResultFileState } from '@/lib/platform/prisma-client/enums'
import type { ResultFileReport } from '../file/staged-row'

export type HeldFile = { teamId: string; state: ResultFileState; report: ResultFileReport }

/**
 * A file of one of the actor's teams, held until the transaction ends: whoever else files or discards it waits.
 *
 * @throws NotFound
 */
export async function holdFile(tx: Tx, fileId: string): Promise<HeldFile> {
  if (!isUuid(fileId)) throw new NotFound()
  const [row] = await tx.$queryRaw<{ team_id: string; state: ResultFileState; report: ResultFileReport }[]>`
    select team_id, state::text, report from result_file where id = ${fileId}::uuid for update`
  if (!row) throw new NotFound()
  return { teamId: row.team_id, state: row.state, report: row.report }
}

type Ending = { state: ResultFileState; report: ResultFileReport }

/** Ends a file: its rows, which name people, are removed; what came of them is kept. */
export async function finishFile(
  tx: Tx,
  actor: Actor,
  fileId: string,
  { state, report }: Ending,
): Promise<void> {
  await tx.resultFileRow.deleteMany({ where: { fileId } })
  await tx.resultFile.updateMany({
    where: { id: fileId },
    data: { state, report, content: null, finishedAt: now(), finishedById: actor.staffId },
  })
}
