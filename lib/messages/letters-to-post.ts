import 'server-only'
import { permitInOwn, openPatient } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { howToReachEach } from '@/lib/patients/how-to-reach'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { listOpenOfKind } from '@/lib/tasks/open-of-kind'
import { forPost } from './internal/at-the-gate'
import { letterOf } from './internal/letter-of'
import { findNamedMessages, type NamedMessageRow } from './internal/message-rows'
import { viewMessages } from './internal/message-view'
import type { ListedMessage } from './message'
import type { PrintedLetter } from './queries'
import { MOST_LETTERS } from './schema'

/** A letter of a list: of whom, what about, and whether it would be stopped now. */
export type LetterRow = ListedMessage & { patient: PatientIdentity }

/** One that waits, with the day by which it is to be posted. */
export type WaitingLetter = LetterRow & { dueOn: CalendarDate }

export type LettersPage = { letters: WaitingLetter[]; hasMore: boolean }

/** The letters that the actor's hospital teams have to post, most overdue first. @param page from 1 @throws NotAllowed */
export async function listLettersToPost(actor: Actor, page: number): Promise<LettersPage> {
  permitInOwn(actor, 'letters_to_post', 'read')
  const teams = teamsAs(actor, 'clinician', 'support_worker').map(({ teamId }) => teamId)
  return asActor(actor, async (tx) => {
    const place = { skip: (page - 1) * MOST_LETTERS, take: MOST_LETTERS + 1 }
    const tasks = await listOpenOfKind(tx, 'post_letter', teams, place)
    const shown = tasks.slice(0, MOST_LETTERS)
    const rows = await rowsOf(
      tx,
      shown.map(({ subjectId }) => subjectId),
    )
    await recordAccess(tx, { event: 'letters_to_post.viewed', detail: { page } })
    return {
      letters: shown.flatMap(({ subjectId, dueOn }) => {
        const row = rows.find(({ id }) => id === subjectId)
        return row ? [{ ...row, dueOn }] : []
      }),
      hasMore: tasks.length > MOST_LETTERS,
    }
  })
}

/** The letters chosen, as they stand: those that would leave, those that would be stopped, those that are over. @throws NotAllowed */
export async function listChosenLetters(actor: Actor, letterIds: readonly string[]): Promise<LetterRow[]> {
  permitInOwn(actor, 'letters_to_post', 'read')
  return asActor(actor, async (tx) => {
    const rows = await rowsOf(tx, letterIds.slice(0, MOST_LETTERS))
    await recordAccess(tx, { event: 'letters_to_post.viewed', detail: { chosen: rows.length } })
    return rows
  })
}

/**
 * The letters chosen, to be printed: with the address of today, and without those that would be stopped now or are over.
 *
 * @throws NotFound, NotAllowed
 */
export async function getLettersToPrint(
  actor: Actor,
  letterIds: readonly string[],
): Promise<PrintedLetter[]> {
  permitInOwn(actor, 'letters_to_post', 'print')
  return asActor(actor, async (tx) => {
    const rows = await lettersOf(tx, letterIds.slice(0, MOST_LETTERS))
    if (rows.length === 0 && letterIds.length > 0) throw new NotFound()
    const leaving = (await viewMessages(tx, rows)).filter(
      ({ state, heldBackBy }) => state === 'queued' && heldBackBy === null,
    )
    const printed = rows.filter(({ id }) => leaving.some((letter) => letter.id === id))
    for (const { patientId } of printed) await openPatient(tx, actor, patientId, ['message', 'print'])
    const people = await howToReachEach(
      tx,
      printed.map(({ patientId }) => patientId),
    )
    await recordAccess(
      tx,
      ...printed.map(({ id, patientId }) => ({ event: 'message.printed' as const, patientId, entityId: id })),
    )
    return printed.map((row) => {
      const person = people.get(row.patientId)
      const letter = letterOf(row)
      return { letter: person ? forPost(letter, person) : letter, writtenAt: row.recordedAt }
    })
  })
}

async function rowsOf(tx: Tx, letterIds: readonly string[]): Promise<LetterRow[]> {
  const messages = await viewMessages(tx, await lettersOf(tx, letterIds))
  const patients = await getPatientIdentities(
    tx,
    messages.map(({ patientId }) => patientId),
  )
  return messages.flatMap((message) => {
    const patient = patients.get(message.patientId)
    return patient ? [{ ...message, patient }] : []
  })
}

/** Letters in the order in which they were asked for. */
async function lettersOf(tx: Tx, letterIds: readonly string[]): Promise<NamedMessageRow[]> {
  const found = await findNamedMessages(tx, {
    id: { in: [...letterIds] },
    channel: 'letter',
    recipient: 'person',
  })
  return letterIds.flatMap((id) => found.find((row) => row.id === id) ?? [])
}
