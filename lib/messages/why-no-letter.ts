import 'server-only'
import { howToReachEach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { readBlocksOfEach, stopsNow } from './internal/at-the-gate'
import type { StopReason } from './gate'

/**
 * Why a letter to the person would be stopped if it left now; null: it would arrive. For who has the patient open.
 *
 * @throws NotFound
 */
export async function whyNoLetter(tx: Tx, patientId: string): Promise<StopReason | null> {
  const reason = (await whyNoLetters(tx, [patientId])).get(patientId)
  if (reason === undefined) throw new NotFound()
  return reason
}

/** As `whyNoLetter`, for those of several people whom whoever asks may see. */
export async function whyNoLetters(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, StopReason | null>> {
  const message = { channel: 'letter', recipient: 'person', state: 'queued' } as const
  const blocks = await readBlocksOfEach(tx, patientIds)
  const people = await howToReachEach(tx, patientIds)
  return new Map([...people].map(([id, person]) => [id, stopsNow(message, person, blocks.get(id) ?? [])]))
}
