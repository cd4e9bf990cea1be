import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { howToReach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { readBlocks, stopsNow } from './internal/at-the-gate'
import { recordStop } from './internal/message-events'
import { findMessages, messageForChange } from './internal/message-rows'

type End = { patientId: string; teamId: string; handTo: string | null }

/**
 * The messages of a team that wait to be sent, as its care ends, in that transaction and before its tasks are. Handed over,
 * they are the other team's to post; otherwise the gate stops them, which is recorded.
 */
export async function followMessagesAtEndOfCare(
  tx: Tx,
  actor: Actor,
  { patientId, teamId, handTo }: End,
): Promise<void> {
  if (handTo) return
  const found = await findMessages(tx, { patientId, teamId, recipient: 'person' })
  for (const id of found.map((message) => message.id).sort()) {
    const message = await messageForChange(tx, { id })
    if (message.state !== 'queued' && message.state !== 'failed') continue
    const person = await howToReach(tx, patientId)
    const reason = stopsNow({ ...message, isCared: false }, person, await readBlocks(tx, patientId))
    if (reason) await recordStop(tx, message, reason, actor.staffId)
  }
}
