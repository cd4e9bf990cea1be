import 'server-only'
import { howToReach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { readBlocks, stopsNow } from './internal/at-the-gate'
import type { StopReason } from './gate'

/** Why a letter to the person would be stopped if it left now; null: it would arrive. For who has the patient open. */
export async function whyNoLetter(tx: Tx, patientId: string): Promise<StopReason | null> {
  const message = { channel: 'letter', recipient: 'person', state: 'queued' } as const
  return stopsNow(message, await howToReach(tx, patientId), await readBlocks(tx, patientId))
}
