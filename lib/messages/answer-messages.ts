import 'server-only'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { addEvent } from './internal/message-events'
import { findMessages, messageForChange } from './internal/message-rows'
import type { MessageState } from './message'

/** What has left, or was settled or called off, is as it is. */
const NOTHING_TO_CALL_OFF: readonly MessageState[] = [
  'sent',
  'withdrawn',
  'answered',
  'told_otherwise',
  'not_needed',
  'not_delivered',
]

/**
 * What messages ask for has happened: those that have not left do not leave any more, and nobody need find another way. In
 * the transaction of what happened, by who has the patient open.
 *
 * @param about as in `NewMessage`
 * @returns how many were called off
 */
export async function answerMessages(
  tx: Tx,
  recordedById: string | null,
  { patientId, about }: { patientId: string; about: readonly string[] },
): Promise<number> {
  const found = await findMessages(tx, { patientId, about: { in: [...about] } })
  let answered = 0
  for (const id of found.map((message) => message.id).sort()) {
    const message = await messageForChange(tx, { id })
    if (NOTHING_TO_CALL_OFF.includes(message.state)) continue
    await addEvent(tx, message, { kind: 'answered', detail: null, by: recordedById })
    const kinds = ['post_letter', 'settle_message'] as const
    const why = 'What the message asks for has happened'
    await closeTasks(tx, { patientId, subjectId: id, kinds, how: 'superseded', why })
    await recordAccess(tx, { event: 'message.answered', patientId, entityId: id })
    answered += 1
  }
  return answered
}
