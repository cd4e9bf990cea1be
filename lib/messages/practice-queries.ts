import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { LetterDocument } from '@/lib/documents/document'
import { letterOf } from './internal/letter-of'
import { findNamedMessages } from './internal/message-rows'
import { openSent } from './internal/sent-message'
import type { PrintedLetter } from './queries'

export type SentMessagePage = {
  id: string
  letter: LetterDocument
  teamName: string
  sentAt: Date
  /** Who at the practice said that it was read, and when; null while nobody has. */
  read: { by: string; at: Date } | null
  /** The person is registered with this practice today. */
  isRegistered: boolean
}

/** A letter as it was sent to a practice of the actor's, whoever the person is with now. @throws NotFound, NotAllowed */
export async function getSentMessage(actor: Actor, messageId: string): Promise<SentMessagePage> {
  return asActor(actor, async (tx) => {
    const { message, isRegistered } = await openSent(tx, actor, messageId, 'read')
    const { id, patientId } = message
    const said = message.events.find(({ kind }) => kind === 'read')
    const nameOf = await staffNames(tx, [said?.recordedById ?? null])
    await recordAccess(tx, { event: 'message.viewed', patientId, entityId: id })
    return {
      id,
      letter: letterOf(message),
      teamName: message.team.name,
      sentAt: message.recordedAt,
      read: said ? { by: nameOf(said.recordedById), at: said.recordedAt } : null,
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

/** A letter in the list of a practice: of whom as the letter says it, since they may have left. */
export type PracticeLetter = {
  id: string
  identifiers: readonly [string, string]
  subject: string
  teamName: string
  sentAt: Date
  isRead: boolean
}

/** Letters of one page of a practice's list. */
const LETTERS_ON_PAGE = 25

/** Every letter that was sent to the actor's practices, newest first. @param page from 1 @throws NotAllowed */
export async function listSentMessages(
  actor: Actor,
  page: number,
): Promise<{ letters: PracticeLetter[]; hasMore: boolean }> {
  permitInOwn(actor, 'practice_home', 'read')
  const practices = teamsAs(actor, 'gp').map(({ teamId }) => teamId)
  const place = { skip: (page - 1) * LETTERS_ON_PAGE, take: LETTERS_ON_PAGE + 1 }
  return asActor(actor, async (tx) => {
    const rows = await findNamedMessages(tx, { recipientTeamId: { in: practices } }, place)
    await recordAccess(tx, { event: 'practice_letters.listed', detail: { page } })
    const letters = rows
      .slice(0, LETTERS_ON_PAGE)
      .filter(({ state }) => state === 'sent')
      .map((row) => ({
        id: row.id,
        identifiers: letterOf(row).identifiers,
        subject: letterOf(row).subject,
        teamName: row.team.name,
        sentAt: row.recordedAt,
        isRead: row.events.some(({ kind }) => kind === 'read'),
      }))
    return { letters, hasMore: rows.length > LETTERS_ON_PAGE }
  })
}
