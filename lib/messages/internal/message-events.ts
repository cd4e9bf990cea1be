import 'server-only'
import { uuidv7 } from 'uuidv7'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { MessageEventKind } from '@/lib/platform/prisma-client/enums'
import { openTasks } from '@/lib/tasks/open-task'
import { SETTLES_ITSELF, type StopReason } from '../gate'
import { reasonWords } from '../labels'
import type { MessageRow } from './message-rows'

/** What is said of a message: as much of it as every writer knows. */
export type Subject = Pick<MessageRow, 'id' | 'patientId' | 'teamId' | 'channel' | 'recipient' | 'state'>

export type Said = {
  kind: MessageEventKind
  detail: string | null
  on?: CalendarDate
  /** Who says it; null for a job. */
  by: string | null
}

/** Says something of a message. */
export async function addEvent(
  tx: Tx,
  { id: messageId, patientId }: Pick<Subject, 'id' | 'patientId'>,
  { kind, detail, on, by }: Said,
): Promise<void> {
  await tx.messageEvent.createMany({
    data: [
      {
        id: uuidv7(),
        patientId,
        messageId,
        kind,
        detail,
        on: toDatabaseDateOrNull(on ?? null),
        recordedAt: now(),
        recordedById: by,
      },
    ],
  })
}

/** Records what the gate stopped; unless nobody is left to reach, somebody has to find another way. */
export async function recordStop(
  tx: Tx,
  message: Subject,
  reason: StopReason,
  by: string | null,
): Promise<void> {
  await addEvent(tx, message, { kind: 'stopped', detail: reason, by })
  if (!SETTLES_ITSELF.includes(reason)) await askSomebody(tx, message, reason)
  await recordAccess(tx, {
    event: 'message.stopped',
    patientId: message.patientId,
    entityId: message.id,
    detail: { channel: message.channel, recipient: message.recipient, reason },
  })
}

/** Finding out, or finding another way, is owed by the team of the message from today. */
export async function askSomebody(
  tx: Tx,
  { id: subjectId, patientId, teamId, channel }: Subject,
  reason: string,
): Promise<void> {
  const detail = reasonWords(channel, reason)
  await openTasks(tx, [{ kind: 'settle_message', patientId, teamId, dueOn: today(), subjectId, detail }])
}
