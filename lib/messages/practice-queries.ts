import 'server-only'
import { teamsAs, type Actor } from '@/lib/access/actor'
import type { Verb } from '@/lib/access/access-table'
import { asActor } from '@/lib/access/as-actor'
import { isUuid } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { LetterDocument } from '@/lib/documents/document'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { letterOf } from './internal/letter-of'
import { findNamedMessages } from './internal/message-rows'
import type { PrintedLetter } from './queries'

export type SentMessagePage = {
  id: string
  letter: LetterDocument
  teamName: string
  sentAt: Date
  /** The person is registered with this practice today. */
  isRegistered: boolean
}

/** A letter as it was sent to a practice of the actor's, whoever the person is with now. @throws NotFound, NotAllowed */
export async function getSentMessage(actor: Actor, messageId: string): Promise<SentMessagePage> {
  return asActor(actor, async (tx) => {
    const { message, isRegistered } = await openSent(tx, actor, messageId, 'read')
    const { id, patientId } = message
    await recordAccess(tx, { event: 'message.viewed', patientId, entityId: id })
    return {
      id,
      letter: letterOf(message),
      teamName: message.team.name,
      sentAt: message.recordedAt,
      isRegistered,
    }
  })
}

/** The same, to be made a PDF of. @throws NotFound, NotAllowed */
export async function getSentMessageToPrint(actor: Actor, messageId: string): Promise<PrintedLetter> {
  return asActor(actor, async (tx) => {
    const { message } = await openSent(tx, actor, messageId, 'print')
    const { id, patientId } = message
    await recordAccess(tx, { event: 'message.printed', patientId, entityId: id })
    return { letter: letterOf(message), writtenAt: message.recordedAt }
  })
}

async function openSent(tx: Tx, actor: Actor, messageId: string, verb: Verb) {
  const practices = teamsAs(actor, 'gp').map(({ teamId }) => teamId)
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
