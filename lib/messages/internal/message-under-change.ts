import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { openPatient } from '@/lib/access/care-context'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { MessageState } from '../message'
import { messageForChange, type MessageRow } from './message-rows'

/** What is said to somebody who would change a message that is over. */
const OVER_WORDS: Partial<Record<MessageState, string>> = {
  handing_over: 'This message is being sent at this moment. Open the page again in a minute',
  sent: 'This message has been sent. Nothing is left to do',
  withdrawn: 'This message was withdrawn already',
  answered: 'What this message asks for has happened. Nothing is left to do',
  told_otherwise: 'Somebody recorded already that the person was told in another way',
  not_needed: 'Somebody recorded already that nothing more is needed',
  queued: 'This message has not been sent yet. Withdraw it if it is not needed',
}

/**
 * A message in one of these states, that somebody is about to say something of: nobody else does so meanwhile.
 *
 * @throws NotFound, NotAllowed; RuleBroken if it is in another state
 */
export async function openForChange(
  tx: Tx,
  actor: Actor,
  { patientId, messageId }: { patientId: string; messageId: string },
  states: readonly MessageState[],
): Promise<MessageRow> {
  await openPatient(tx, actor, patientId, ['message', 'update'])
  const message = await messageForChange(tx, { id: messageId, patientId })
  if (!states.includes(message.state))
    throw new RuleBroken(OVER_WORDS[message.state] ?? 'This message stopped. Record what came of it instead')
  return message
}
