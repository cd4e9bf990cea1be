import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { addEvent } from './internal/message-events'
import { openSent } from './internal/sent-message'
import type { markLetterReadSchema } from './schema'

/** Somebody at the practice has read a letter that was sent to it. A second time changes nothing. @throws NotFound, NotAllowed */
export async function markLetterRead(
  actor: Actor,
  { messageId }: z.output<typeof markLetterReadSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const { message, isRegistered } = await openSent(tx, actor, messageId, 'update')
    if (message.events.some(({ kind }) => kind === 'read')) return null
    const { id: subjectId, patientId } = message
    await addEvent(tx, message, { kind: 'read', detail: null, by: actor.staffId })
    // Once the person has left the practice, its tasks about them are closed already.
    if (isRegistered) await closeTasks(tx, { patientId, subjectId, kinds: ['read_letter'], how: 'met' })
    await recordAccess(tx, { event: 'message.read_by_practice', patientId, entityId: subjectId })
    return null
  })
}
