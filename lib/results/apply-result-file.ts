import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess, recordEveryAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import type { ResultFileCells } from './file/result-file-columns'
import type { ResultFileReport } from './file/staged-row'
import { fileRows, type Outcome } from './internal/file-rows'
import { finishFile, holdFile, type HeldFile } from './internal/held-file'
import type { FilePlace } from './internal/known-to-file'
import type { resultFileSchema } from './schema'

/** Few enough that nobody waits long for one of their people, many enough that commits do not count. */
const ROWS_AT_ONCE = 25
const SECONDS = 60

/**
 * Files the rows of a file that somebody has looked through, some at a time, each with a mark of what came of it in the same
 * transaction: interrupted, it goes on where it stood when it is asked again, and nothing is filed twice. What was applied
 * before answers as it did then.
 *
 * @returns what came of it
 * @throws NotAllowed; NotFound; RuleBroken if it was discarded
 */
export async function applyResultFile(
  actor: Actor,
  { fileId }: z.output<typeof resultFileSchema>,
): Promise<ResultFileReport> {
  permitInOwn(actor, 'result_file', 'update')
  // Each of its transactions would be taken for a repeat of the first; the marks of the rows make a repeat harmless.
  const unremembered = { ...actor, submission: undefined }
  for (;;) {
    const report = await asActor(unremembered, (tx) => applySome(tx, actor, fileId), SECONDS)
    if (report) return report
  }
}

/** @returns the report once nothing is left, null while there is */
async function applySome(tx: Tx, actor: Actor, fileId: string): Promise<ResultFileReport | null> {
  const held = await holdFile(tx, fileId)
  if (held.state === 'applied') return held.report
  if (held.state === 'discarded') throw new RuleBroken('This file was put away. Send it again')
  const rows = await waitingRows(tx, fileId)
  if (rows.length === 0) return finish(tx, actor, fileId, held)
  const place = await placeOf(tx, actor, fileId, held)
  const { outcomes, entries } = await fileRows(tx, actor, place, rows)
  for (const outcome of OUTCOMES) {
    const marked = rows.map(({ row }) => row).filter((row) => (outcomes.get(row) ?? 'known') === outcome)
    await tx.resultFileRow.updateMany({ where: { fileId, row: { in: marked } }, data: { outcome } })
  }
  await recordEveryAccess(tx, entries)
  return null
}

const OUTCOMES: readonly Outcome[] = ['filed', 'queued', 'known']

async function waitingRows(tx: Tx, fileId: string): Promise<{ row: number; cells: ResultFileCells }[]> {
  const rows = await tx.resultFileRow.findMany({
    where: { fileId, outcome: null, verdict: { in: ['file', 'queue'] } },
    orderBy: { row: 'asc' },
    take: ROWS_AT_ONCE,
    select: { row: true, content: true },
  })
  // Written by staging alone, in this shape.
  return rows.map(({ row, content }) => ({ row, cells: content as ResultFileCells }))
}

/** The message that the results came in: the file, kept once however often it is sent. */
async function placeOf(
  tx: Tx,
  actor: Actor,
  fileId: string,
  { teamId }: HeldFile,
): Promise<FilePlace & { messageId: string }> {
  const organisationId = teamsAs(actor, 'clinician', 'support_worker').find(
    (team) => team.teamId === teamId,
  )?.organisationId
  const file = await tx.resultFile.findUniqueOrThrow({ where: { id: fileId } })
  if (!organisationId || !file.content) throw new NotFound()
  const key = {
    organisationId,
    sendingApplication: 'File',
    sendingFacility: file.fileName,
    controlId: file.fileHash,
  }
  await tx.inboundMessage.createMany({
    data: [
      {
        id: uuidv7(),
        ...key,
        source: 'file',
        messageType: 'CSV',
        raw: file.content,
        contentHash: file.fileHash,
        acknowledgement: 'AA',
        answer: Buffer.from('{"code":"AA","errors":[]}'),
        problems: [],
      },
    ],
    skipDuplicates: true,
  })
  const message = await tx.inboundMessage.findFirstOrThrow({ where: key, select: { id: true } })
  return { organisationId, teamId, messageId: message.id }
}

async function finish(tx: Tx, actor: Actor, fileId: string, { report }: HeldFile): Promise<ResultFileReport> {
  const rows = await tx.resultFileRow.groupBy({ by: ['outcome'], where: { fileId }, _count: true })
  const count = (wanted: Outcome) => rows.find(({ outcome }) => outcome === wanted)?._count ?? 0
  const came = { filed: count('filed'), queued: count('queued'), known: report.known + count('known') }
  const applied = { ...report, came }
  await finishFile(tx, actor, fileId, { state: 'applied', report: applied })
  await recordAccess(tx, { event: 'result_file.applied', entityId: fileId, detail: came })
  return applied
}
