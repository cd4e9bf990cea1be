import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { howToReach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { stopsWritten } from './internal/at-the-gate'
import { askSomebody, recordStop } from './internal/message-events'
import { findMessages, messageForChange } from './internal/message-rows'

/** After these a message goes nowhere any more; a failure is left to the gate. */
const OVER = [
  'sent',
  'stopped',
  'withdrawn',
  'answered',
  'told_otherwise',
  'not_needed',
  'uncertain',
] as const

/**
 * Takes the messages that wait to be sent to people who have died to the gate, whoever recorded the death: a letter that
 * the team posts itself would wait for ever, since nobody has the task any more.
 *
 * @returns how many were stopped
 */
export async function stopForTheDead(actor: SystemActor): Promise<number> {
  return asJob(actor, async (tx) => {
    const waiting = await tx.message.findMany({
      where: {
        recipient: 'person',
        patient: { diedOn: { not: null } },
        events: { none: { kind: { in: [...OVER] } } },
      },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
    let stopped = 0
    for (const { id } of waiting) if (await stop(tx, id)) stopped += 1
    return stopped
  })
}

async function stop(tx: Tx, id: string): Promise<boolean> {
  const message = await messageForChange(tx, { id })
  if (message.state !== 'queued' && message.state !== 'failed') return false
  const reason = await stopsWritten(tx, message, await howToReach(tx, message.patientId))
  if (reason) await recordStop(tx, message, reason, null)
  return reason !== null
}

/**
 * A death was recorded by mistake: for each message that it stopped, somebody finds another way or says that none is
 * needed. In that transaction.
 */
export async function oweMessagesAgain(tx: Tx, patientId: string): Promise<void> {
  const messages = await findMessages(tx, { patientId })
  const isByDeath = ({ kind, detail }: { kind: string; detail: string | null }) =>
    kind === 'stopped' && detail === 'died'
  for (const message of messages.filter(({ state, events }) => state === 'stopped' && events.some(isByDeath)))
    await askSomebody(tx, message, 'death_corrected')
}
