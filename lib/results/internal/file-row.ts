import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { contentOfRow, orderNumberOfRow, reportedAt } from '../file/read-result-row'
import type { ResultFileCells } from '../file/result-file-columns'
import { judgeFileRow, sentHash, type FilePlace, type JudgedRow } from './judge-file-row'
import { keepResult } from './keep-result'

type Row = { row: number; cells: ResultFileCells }
export type Outcome = 'filed' | 'queued' | 'known'

/** Does with a row what is right as things stand now: what its review said may have been overtaken. */
export async function fileRow(
  tx: Tx,
  actor: Actor,
  place: FilePlace & { messageId: string },
  sent: Row,
): Promise<Outcome> {
  const judged = await judgeFileRow(tx, place, sent.cells)
  if (judged.verdict === 'file') {
    await keep(tx, actor, place, { ...sent, judged })
    return 'filed'
  }
  if (judged.verdict !== 'queue') return 'known'
  const { count } = await tx.unmatchedResult.createMany({
    data: [
      {
        id: uuidv7(),
        messageId: place.messageId,
        organisationId: place.organisationId,
        why: judged.reason,
        content: contentOfRow(sent.cells, sent.row) as unknown as Prisma.InputJsonValue,
        sentHash: sentHash(sent.cells),
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  })
  return count === 0 ? 'known' : 'queued'
}

type Keeping = Row & { judged: Extract<JudgedRow, { verdict: 'file' }> }

async function keep(
  tx: Tx,
  actor: Actor,
  { organisationId, messageId }: FilePlace & { messageId: string },
  { cells, judged: { whose, reading, replaces } }: Keeping,
): Promise<void> {
  const { patientId } = whose
  await openPatient(tx, actor, patientId, ['result', 'create'])
  const resultId = await keepResult(tx, {
    ...whose,
    ...reading,
    source: 'file',
    messageId,
    referenceRange: cells.referenceRange || null,
    reportedAt: reportedAt(cells),
    orderNumber: orderNumberOfRow(cells),
    replaces,
    confirmedSlip: null,
    recordedById: actor.staffId,
  })
  // A row that a person would have had to settle, and that fits now.
  await tx.unmatchedResult.updateMany({
    where: { organisationId, sentHash: sentHash(cells), settledAt: null },
    data: {
      settlement: 'filed',
      resultId,
      settledAt: now(),
      settledById: actor.staffId,
      version: { increment: 1 },
    },
  })
  await recordAccess(tx, {
    event: 'result.filed',
    patientId,
    entityId: resultId,
    detail: { source: 'file' },
  })
}
