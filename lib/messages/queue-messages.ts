import 'server-only'
import { uuidv7 } from 'uuidv7'
import { addJob } from '@/lib/platform/add-job'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { lettersAreHandedOver } from '@/lib/platform/env'
import { addDays } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { howToReach } from '@/lib/patients/how-to-reach'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { openTasks } from '@/lib/tasks/open-task'
import { stopsNow } from './internal/at-the-gate'
import { addEvent, recordStop } from './internal/message-events'
import type { NewMessage } from './message'

/** Days in which a practice reads what is for its information; ours. */
const READ_WITHIN_DAYS = 7

/** The one template of a letter: what it says is its own. */
const LETTER_TEMPLATE = 'letter'

/**
 * Writes messages into the outbox, in the transaction of what they tell of: rolled back, nothing leaves. A practice has its
 * copy at once, in the service; a letter that the team posts itself is a task of theirs; the worker sends the others. A
 * second message about the same is not written.
 *
 * @param recordedById who caused it; null for a job
 * @returns the ids of those written
 */
export async function queueMessages(
  tx: Tx,
  recordedById: string | null,
  messages: readonly NewMessage[],
): Promise<string[]> {
  const written: string[] = []
  for (const message of messages) {
    const row = rowOf(message, recordedById)
    const { count } = await tx.message.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) continue
    await handOn(tx, message, row)
    written.push(row.id)
  }
  return written
}

function rowOf(message: NewMessage, recordedById: string | null) {
  const isLetter = message.channel === 'letter'
  const recipientTeamId = isLetter ? message.recipientTeamId : null
  return {
    id: uuidv7(),
    patientId: message.patientId,
    teamId: message.teamId,
    channel: message.channel,
    recipient: recipientTeamId ? ('practice' as const) : ('person' as const),
    recipientTeamId,
    template: isLetter ? LETTER_TEMPLATE : message.template,
    content: isLetter ? (message.letter as unknown as Prisma.InputJsonObject) : {},
    about: message.about,
    notBefore: message.notBefore,
    recordedAt: now(),
    recordedById,
  }
}

type Row = ReturnType<typeof rowOf>

async function handOn(tx: Tx, message: NewMessage, row: Row): Promise<void> {
  const { id, patientId, teamId, notBefore } = row
  if (message.channel === 'letter' && message.recipientTeamId)
    return giveToPractice(tx, row, message.letter.subject)
  if (message.channel === 'letter' && !lettersAreHandedOver()) {
    const { subject } = message.letter
    const dueOn = londonDate(notBefore)
    await openTasks(tx, [{ kind: 'post_letter', patientId, teamId, dueOn, subjectId: id, detail: subject }])
  } else await addJob(tx, { task: 'send_message', payload: { id }, runAt: notBefore, key: `message ${id}` })
}

/** In the service there is no way to go: written, it has arrived, unless something stands against it. */
async function giveToPractice(tx: Tx, row: Row, subject: string): Promise<void> {
  const message = { ...row, state: 'queued' as const }
  const reason = stopsNow(message, await howToReach(tx, row.patientId), [])
  if (reason) return recordStop(tx, message, reason, row.recordedById)
  await addEvent(tx, row, { kind: 'sent', detail: 'in_service', on: today(), by: row.recordedById })
  const { id: subjectId, patientId, recipientTeamId: teamId } = row
  const dueOn = addDays(today(), READ_WITHIN_DAYS)
  if (teamId)
    await openTasks(tx, [{ kind: 'read_letter', patientId, teamId, dueOn, subjectId, detail: subject }])
}
