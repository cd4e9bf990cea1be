import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { GateFacts } from '../gate'

/** What stands, or stood, against reaching a person. */
export async function readBlocks(tx: Tx, patientId: string): Promise<GateFacts['blocks']> {
  const blocks = await tx.contactBlock.findMany({
    where: { patientId },
    select: { channel: true, reason: true, startedOn: true, endedOn: true },
  })
  return blocks.map(({ startedOn, endedOn, ...block }) => ({
    ...block,
    startedOn: fromDatabaseDate(startedOn),
    endedOn: fromDatabaseDateOrNull(endedOn),
  }))
}
