import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { addEvent } from './internal/message-events'
import { openForChange } from './internal/message-under-change'
import type { withdrawMessageSchema } from './schema'

/** Takes back a message that has not left, with the reason. @throws NotFound, NotAllowed; RuleBroken if it has left or is over */
export async function withdrawMessage(
  actor: Actor,
  input: z.output<typeof withdrawMessageSchema>,
): Promise<null> {
  const { patientId, messageId, withdrawReason } = input
  return asActor(actor, async (tx) => {
    const message = await openForChange(tx, actor, input, ['queued', 'failed'])
    await addEvent(tx, message, { kind: 'withdrawn', detail: withdrawReason, by: actor.staffId })
    const kinds = ['post_letter', 'settle_message'] as const
    await closeTasks(tx, {
      patientId,
      subjectId: messageId,
      kinds,
      how: 'superseded',
      why: 'The message was withdrawn',
    })
    await recordAccess(tx, { event: 'message.withdrawn', patientId, entityId: messageId })
    return null
  })
}
