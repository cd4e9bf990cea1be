import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { londonDate } from '@/lib/nhs/instant'
import { RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { addEvent } from './internal/message-events'
import { openForChange } from './internal/message-under-change'
import type { settleMessageSchema } from './schema'

/**
 * Says what came of a message that stopped, failed, or of which nobody knows whether it went: the person was told in
 * another way, or nothing more is needed.
 *
 * @throws NotFound, NotAllowed; RuleBroken if there is nothing to settle, or the day is before it was written
 */
export async function settleMessage(
  actor: Actor,
  input: z.output<typeof settleMessageSchema>,
): Promise<null> {
  const { patientId, messageId, settlement, on, note } = input
  return asActor(actor, async (tx) => {
    const message = await openForChange(tx, actor, input, ['stopped', 'failed', 'uncertain', 'not_delivered'])
    if (on < londonDate(message.recordedAt))
      throw new RuleBroken([
        { field: 'on', message: 'Date must be on or after the day the message was written' },
      ])
    await addEvent(tx, message, { kind: settlement, detail: note, on, by: actor.staffId })
    await closeTasks(tx, { patientId, subjectId: messageId, kinds: ['settle_message'], how: 'met' })
    await recordAccess(tx, {
      event: 'message.settled',
      patientId,
      entityId: messageId,
      detail: { settlement },
    })
    return null
  })
}
