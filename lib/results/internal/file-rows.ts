import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { openPatient } from '@/lib/access/care-context'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { contentOfRow, orderNumberOfRow, reportedAt } from '../file/read-result-row'
import type { ResultFileCells } from '../file/result-file-columns'
import type { UnmatchedReason } from '../unmatched'
import { judgeFileRow, sentHash } from './judge-file-row'
import { findKnownToFile, findPeopleOfRows, patientIdsOf, type FilePlace } from './known-to-file'
import { takeInHand, writeInHand } from './take-in-hand'

type Row = { row: number; cells: ResultFileCells }
type Place = FilePlace & { messageId: string }
type Filed = Row & { patientId: string; resultId: string }
export type Outcome = 'filed' | 'queued' | 'known'

/**
 * Does with each row, in order, what is right as things stand now: what its review said may have been overtaken. However many
 * rows are about a person, they are read and written once.
 *
 * @returns what came of each, by the number of the row, and what the access log has to hold of it
 */
export async function fileRows(
  tx: Tx,
  actor: Actor,
  place: Place,
  rows: readonly Row[],
): Promise<{ outcomes: ReadonlyMap<number, Outcome>; entries: AccessEntry[] }> {
  const all = rows.map(({ cells }) => cells)
  const people = await findPeopleOfRows(tx, all)
  const hands = await takeInHand(tx, patientIdsOf(people))
  const known = await findKnownToFile(tx, place, people, all)
  const outcomes = new Map<number, Outcome>()
  const filed: Filed[] = []
  const left: (Row & { why: UnmatchedReason })[] = []
  for (const sent of rows) {
    const judged = judgeFileRow(known, sent.cells, (id) => hands.get(id)?.rows ?? [])
    if (judged.verdict === 'queue') left.push({ ...sent, why: judged.reason })
    if (judged.verdict !== 'file') continue
    const { whose, reading, earlier } = judged
    const hand = hands.get(whose.patientId)!
    const resultId = hand.add({
      ...whose,
      ...reading,
      source: 'file',
      messageId: place.messageId,
      referenceRange: sent.cells.referenceRange || null,
      notes: null,
      doubts: null,
      reportedAt: reportedAt(sent.cells),
      orderNumber: orderNumberOfRow(sent.cells),
      earlier,
      confirmedSlip: null,
      recordedById: actor.staffId,
    })
    hand.settle()
    filed.push({ ...sent, patientId: whose.patientId, resultId })
  }
  for (const patientId of new Set(filed.map((one) => one.patientId)))
    await openPatient(tx, actor, patientId, ['result', 'create'])
  await writeInHand(tx, [...hands.values()])
  await settleFiled(tx, actor, place, filed)
  for (const { row } of filed) outcomes.set(row, 'filed')
  for (const one of left) outcomes.set(one.row, await leaveToPerson(tx, place, one))
  return { outcomes, entries: filed.map(filedEntry) }
}

/** Rows that a person would have had to settle, and that fit now. */
async function settleFiled(
  tx: Tx,
  { staffId }: Actor,
  { organisationId }: Place,
  filed: readonly Filed[],
): Promise<void> {
  const resultOf = new Map(filed.map(({ cells, resultId }) => [sentHash(cells), resultId]))
  const waiting = await tx.unmatchedResult.findMany({
    where: { organisationId, sentHash: { in: [...resultOf.keys()] }, settledAt: null },
    select: { id: true, sentHash: true },
  })
  for (const { id, sentHash: hash } of waiting)
    await tx.unmatchedResult.updateMany({
      where: { id, settledAt: null },
      data: {
        settlement: 'filed',
        resultId: resultOf.get(hash ?? ''),
        settledAt: now(),
        settledById: staffId,
        version: { increment: 1 },
      },
    })
}

async function leaveToPerson(
  tx: Tx,
  { messageId, organisationId }: Place,
  { row, cells, why }: Row & { why: UnmatchedReason },
): Promise<Outcome> {
  const content = contentOfRow(cells, row) as unknown as Prisma.InputJsonValue
  const one = {
    id: uuidv7(),
    messageId,
    organisationId,
    why,
    content,
    sentHash: sentHash(cells),
    createdAt: now(),
  }
  const { count } = await tx.unmatchedResult.createMany({ data: [one], skipDuplicates: true })
  return count === 0 ? 'known' : 'queued'
}

function filedEntry({ patientId, resultId }: Filed): AccessEntry {
  return { event: 'result.filed', patientId, entityId: resultId, detail: { source: 'file' } }
}
