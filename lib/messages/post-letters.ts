import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient, permitInOwn } from '@/lib/access/care-context'
import { findSubmissionResult } from '@/lib/access/submissions'
import { recordAccess, type AccessEntry } from '@/lib/access-log/record-access'
import { londonDate } from '@/lib/nhs/instant'
import { howToReach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { stopsWritten } from './internal/at-the-gate'
import { addEvent, recordStop } from './internal/message-events'
import { findMessages, messageForChange, type MessageRow } from './internal/message-rows'
import { reasonWords } from './labels'
import { listChosenLetters, type LetterRow } from './letters-to-post'
import type { postLettersSchema } from './schema'

export const POST_LETTERS = 'letters.post'

const postedSchema = z.object({
  posted: z.array(z.string()),
  stopped: z.array(z.string()),
  /** Somebody else posted or withdrew them meanwhile. */
  over: z.array(z.string()),
})
/** What became of the letters, by their ids. */
export type Posted = z.output<typeof postedSchema>

/**
 * Marks letters as printed and posted on a day. Each passes the gate at this moment; what it stops is recorded, and who has
 * it in an envelope is told to take it out.
 *
 * @throws NotAllowed; NotFound if one is not a letter of the actor's teams; RuleBroken at `postedOn` if one was written later
 */
export async function postLetters(
  actor: Actor,
  { letter, postedOn }: z.output<typeof postLettersSchema>,
): Promise<Posted> {
  permitInOwn(actor, 'letters_to_post', 'update')
  return asActor(actor, async (tx) => {
    const result: Posted = { posted: [], stopped: [], over: [] }
    const entries: AccessEntry[] = []
    // Always in one order, so that two who post some of the same wait for each other.
    for (const id of [...new Set(letter)].sort()) {
      const message = await letterForPosting(tx, actor, id)
      if (londonDate(message.recordedAt) > postedOn)
        throw new RuleBroken([
          { field: 'postedOn', message: 'Date must be on or after the day the letters were written' },
        ])
      const came = await post(tx, actor, message, postedOn)
      result[came].push(id)
      if (came === 'posted') entries.push(entryOf(message))
    }
    if (entries.length > 0) await recordAccess(tx, ...entries)
    return result
  })
}

/** Letters that an earlier form of the actor's own had marked, as they stand; null without such a form. @throws NotAllowed */
export async function getPosted(
  actor: Actor,
  submissionId: string,
): Promise<{ count: number; stopped: LetterRow[]; over: LetterRow[] } | null> {
  if (!isUuid(submissionId)) return null
  const result = await asActor(actor, async (tx) =>
    postedSchema.safeParse(await findSubmissionResult(tx, actor, { id: submissionId, action: POST_LETTERS })),
  )
  if (!result.success) return null
  const { posted, stopped, over } = result.data
  const rows = await listChosenLetters(actor, [...stopped, ...over])
  return {
    count: posted.length,
    stopped: rows.filter(({ id }) => stopped.includes(id)),
    over: rows.filter(({ id }) => over.includes(id)),
  }
}

async function letterForPosting(tx: Tx, actor: Actor, id: string): Promise<MessageRow> {
  const [found] = await findMessages(tx, { id, channel: 'letter', recipient: 'person' })
  if (!found) throw new NotFound()
  await openPatient(tx, actor, found.patientId, ['message', 'update'])
  return messageForChange(tx, { id })
}

async function post(tx: Tx, actor: Actor, message: MessageRow, postedOn: string): Promise<keyof Posted> {
  const { id: subjectId, patientId, channel } = message
  if (message.state !== 'queued') return 'over'
  const kinds = ['post_letter'] as const
  const reason = await stopsWritten(tx, message, await howToReach(tx, patientId))
  if (reason) {
    const why = reasonWords(channel, reason)
    await closeTasks(tx, { patientId, subjectId, kinds, how: 'superseded', why })
    await recordStop(tx, message, reason, actor.staffId)
    return 'stopped'
  }
  await addEvent(tx, message, { kind: 'sent', detail: 'posted', on: postedOn, by: actor.staffId })
  await closeTasks(tx, { patientId, subjectId, kinds, how: 'met' })
  return 'posted'
}

function entryOf({ id, patientId, channel, recipient }: MessageRow): AccessEntry {
  return { event: 'message.sent', patientId, entityId: id, detail: { channel, recipient, what: 'posted' } }
}
