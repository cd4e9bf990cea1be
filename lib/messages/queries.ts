import 'server-only'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { teamToCall } from '@/lib/care-teams/team-to-call'
import type { LetterDocument } from '@/lib/documents/document'
import { howToReach } from '@/lib/patients/how-to-reach'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import { forPost } from './internal/at-the-gate'
import { letterOf } from './internal/letter-of'
import { findNamedMessages, readMessage } from './internal/message-rows'
import { viewMessages } from './internal/message-view'
import { PLAIN_TEMPLATES, type ListedMessage } from './message'
import { wordsOf, type PlainWords } from './templates'

/** More than these are in the access log; nobody reads so far back. */
const MESSAGES_SHOWN = 100

export type MessagesPage = { messages: ListedMessage[]; mayWrite: boolean; hasMore: boolean }

/** What was sent, stopped or waits to be sent to a person or about them to their practice. @throws NotFound, NotAllowed */
export async function listMessages(actor: Actor, patientId: string): Promise<MessagesPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['message', 'read'])
    const rows = await findNamedMessages(tx, { patientId }, { take: MESSAGES_SHOWN + 1 })
    return {
      messages: await viewMessages(tx, rows.slice(0, MESSAGES_SHOWN)),
      mayWrite: mayUnderCare(context, 'message', 'create').allowed,
      hasMore: rows.length > MESSAGES_SHOWN,
    }
  })
}

export type MessagePage = {
  message: ListedMessage
  /** Of a letter; null for an email or text message, which has `words`. */
  letter: LetterDocument | null
  words: PlainWords | null
  mayChange: boolean
}

type Place = { patientId: string; messageId: string }

/** A message with what it says and what happened to it. @throws NotFound, NotAllowed */
export async function getMessage(actor: Actor, { patientId, messageId }: Place): Promise<MessagePage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['message', 'read'])
    const [row] = isUuid(messageId) ? await findNamedMessages(tx, { id: messageId, patientId }) : []
    if (!row) throw new NotFound()
    const [message] = await viewMessages(tx, [row])
    if (!message) throw new NotFound()
    const template = PLAIN_TEMPLATES.find((one) => one === row.template)
    const words = template ? wordsOf(template, await teamToCall(tx, row.teamId)) : null
    await recordAccess(tx, { event: 'message.viewed', patientId, entityId: row.id })
    return {
      message,
      letter: template ? null : letterOf(row),
      words,
      mayChange: mayUnderCare(context, 'message', 'update').allowed,
    }
  })
}

/** A letter, to be made a PDF of. */
export type PrintedLetter = { letter: LetterDocument; writtenAt: Date }

/** One letter to print, whatever became of it: with its address, unless it is for a practice. @throws NotFound, NotAllowed */
export async function getLetterToPrint(
  actor: Actor,
  { patientId, messageId }: Place,
): Promise<PrintedLetter> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['message', 'print'])
    const row = await readMessage(tx, { id: messageId, patientId })
    if (row.channel !== 'letter') throw new NotFound()
    const person = await howToReach(tx, patientId)
    await recordAccess(tx, { event: 'message.printed', patientId, entityId: row.id })
    const letter = row.recipient === 'person' ? forPost(letterOf(row), person) : letterOf(row)
    return { letter, writtenAt: row.recordedAt }
  })
}
