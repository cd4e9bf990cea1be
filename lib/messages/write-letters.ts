import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import { teamAsSender } from '@/lib/care-teams/team-to-call'
import { addWorkingHours } from '@/lib/nhs/working-hours'
import { howToReach } from '@/lib/patients/how-to-reach'
import { getPatientIdentity } from '@/lib/patients/patient-identity'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { MessageRecipient } from '@/lib/platform/prisma-client/enums'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { readBlocks, stopsNow } from './internal/at-the-gate'
import { framedLetter, type LetterBody } from './letter-frame'
import { noticeOf, type NewMessage, type PlainTemplate } from './message'
import { queueMessages } from './queue-messages'

const holidays = parseBankHolidays(england)

/** A notice goes by day, and leaves time to take a letter back that was written by mistake. */
const NOTICE_AFTER_WORKING_HOURS = 1

/** What is written about one thing: to the person, to their practice, or to both. */
export type Letters = {
  patientId: string
  teamId: string
  /** As in `NewMessage`: the letter to the person has it as it is, the others with what they are behind a colon. */
  about: string
  toPerson: LetterBody | null
  /** Says without a word of health that the letter comes, to somebody who uses the internet; null: nothing does. */
  notice: PlainTemplate | null
  usesInternet: boolean
  toPractice: LetterBody | null
  /** Null: the team writes. */
  signedBy: string | null
}

/**
 * Writes letters about one thing, in the transaction of what they tell of: to the person by post, with a notice by text
 * message or email where they use the internet and it would arrive, and to the practice that they are registered with.
 * Called twice about the same, it writes them once.
 *
 * @param recordedById who caused it; null for a job
 * @returns what the access log has to say of it, an entry for each that was written: the caller records it last
 */
export async function writeLetters(
  tx: Tx,
  recordedById: string | null,
  letters: Letters,
): Promise<AccessEntry[]> {
  const { patientId, teamId, about, toPerson, toPractice, signedBy } = letters
  const person = await howToReach(tx, patientId)
  const frame = {
    person: { ...(await getPatientIdentity(tx, patientId)), name: person.name },
    from: await teamAsSender(tx, teamId),
    writtenOn: today(),
    signedBy,
  }
  const place = { patientId, teamId, notBefore: now() }
  const letter = (to: MessageRecipient, body: LetterBody) => framedLetter({ ...frame, to }, body)
  const practice = toPractice && (await findRegisteredPractice(tx, patientId))
  const messages: NewMessage[] = []
  if (toPerson) {
    const own = { channel: 'letter' as const, letter: letter('person', toPerson), recipientTeamId: null }
    messages.push({ ...place, ...own, about }, ...(await noticesOf(tx, letters)))
  }
  if (toPractice && practice) {
    const own = { channel: 'letter' as const, letter: letter('practice', toPractice) }
    messages.push({ ...place, ...own, about: `${about}:practice`, recipientTeamId: practice.id })
  }
  const written = await queueMessages(tx, recordedById, messages)
  return written.map((entityId) => ({ event: 'message.written', patientId, entityId, detail: { about } }))
}

/** None where the letter itself would be stopped: a notice of what does not come helps nobody. */
async function noticesOf(
  tx: Tx,
  { patientId, teamId, about, notice, usesInternet }: Letters,
): Promise<NewMessage[]> {
  if (!notice || !usesInternet) return []
  const person = await howToReach(tx, patientId)
  const blocks = await readBlocks(tx, patientId)
  const leaves = (channel: NewMessage['channel']) =>
    stopsNow({ channel, recipient: 'person', state: 'queued' }, person, blocks) === null
  const channel = (['text_message', 'email'] as const).find(leaves)
  if (!channel || !leaves('letter')) return []
  const notBefore = addWorkingHours(now(), NOTICE_AFTER_WORKING_HOURS, holidays)
  return [{ patientId, teamId, about: noticeOf(about), notBefore, channel, template: notice }]
}

/** Which of these things have been written about, whatever became of it. */
export async function findWritten(tx: Tx, abouts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.message.findMany({ where: { about: { in: [...abouts] } }, select: { about: true } })
  return new Set(rows.map(({ about }) => about))
}
