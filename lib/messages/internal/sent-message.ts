import 'server-only'
import { teamsAs, type Actor } from '@/lib/access/actor'
import type { Verb } from '@/lib/access/access-table'
import { isUuid } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { findNamedMessages, messageForChange, type NamedMessageRow } from './message-rows'

/** A letter that was sent to a practice of the actor's. `isRegistered`: the person is with that practice today. */
export type SentMessage = { message: NamedMessageRow; isRegistered: boolean }

/** Opens one, to say something of it (`update`) while nobody else does. @throws NotFound, NotAllowed */
export async function openSent(tx: Tx, actor: Actor, messageId: string, verb: Verb): Promise<SentMessage> {
  const practices = teamsAs(actor, 'gp').map(({ teamId }) => teamId)
  if (verb === 'update' && isUuid(messageId)) await messageForChange(tx, { id: messageId })
  const [message] = isUuid(messageId)
    ? await findNamedMessages(tx, { id: messageId, recipientTeamId: { in: practices } })
    : []
  if (message?.state !== 'sent') throw new NotFound()
  const teams = await listCaringTeams(tx, message.patientId)
  const isRegistered = teams.some(({ id }) => id === message.recipientTeamId)
  const relation = isRegistered ? 'care' : 'ended'
  const decision = mayUnderCare({ relation, roles: ['gp'] }, 'sent_message', verb)
  if (!decision.allowed) throw new NotAllowed(decision.reason, message.patientId)
  return { message, isRegistered }
}
