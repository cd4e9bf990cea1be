import 'server-only'
import { uuidv7 } from 'uuidv7'
import { addJob } from '@/lib/platform/add-job'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { lettersAreHandedOver } from '@/lib/platform/env'
import { londonDate } from '@/lib/nhs/instant'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { openTasks } from '@/lib/tasks/open-task'
import type { NewMessage } from './message'

/** The one template of a letter: what it says is its own. */
const LETTER_TEMPLATE = 'letter'

/**
 * Writes messages into the outbox, in the transaction of what they tell of: rolled back, nothing leaves. A letter that
 * the team posts itself is a task of theirs; the worker sends the others. A second message about the same is not written.
 *
 * @param recordedById who caused it; null for a job
 */
export async function queueMessages(
  tx: Tx,
  recordedById: string | null,
  messages: readonly NewMessage[],
): Promise<void> {
  for (const message of messages) {
    const row = rowOf(message, recordedById)
    const { count } = await tx.message.createMany({ data: [row], skipDuplicates: true })
    if (count === 1) await handOn(tx, message, row.id)
  }
}

function rowOf(message: NewMessage, recordedById: string | null) {
  const isLetter = message.channel === 'letter'
  return {
    id: uuidv7(),
    patientId: message.patientId,
    teamId: message.teamId,
    channel: message.channel,
    recipient: message.recipientTeamId ? ('practice' as const) : ('person' as const),
    recipientTeamId: message.recipientTeamId,
    template: isLetter ? LETTER_TEMPLATE : message.template,
    content: isLetter ? (message.letter as unknown as Prisma.InputJsonObject) : {},
    about: message.about,
    notBefore: message.notBefore,
    recordedAt: now(),
    recordedById,
  }
}

async function handOn(tx: Tx, message: NewMessage, id: string): Promise<void> {
  if (message.channel === 'letter' && !lettersAreHandedOver()) {
    await openTasks(tx, [
      {
        kind: 'post_letter',
        patientId: message.patientId,
        teamId: message.teamId,
        dueOn: londonDate(message.notBefore),
        subjectId: id,
        detail: message.letter.subject,
      },
    ])
  } else {
    await addJob(tx, {
      task: 'send_message',
      payload: { id },
      runAt: message.notBefore,
      key: `message ${id}`,
    })
  }
}
