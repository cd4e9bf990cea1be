import 'server-only'
import type { SystemActor } from '@/lib/access/as-job'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { MessageContent } from '@/lib/interop/hl7/receive-message'
import type { Tx } from '@/lib/platform/database'
import type { ClaimedMessage } from './claim-messages'
import { fileDemographics } from './file-demographics'
import { fileMerge } from './file-merge'
import { judgeMessages, writeFiled, writeOwed, type FilingInHand, type MessageToFile } from './file-messages'
import { leaveToPeople, notWaitingYet, type LeftToPeople } from './leave-to-people'

/** Who takes messages in, and whose they are. */
type Receiving = { actor: SystemActor; organisationId: string }

type Fresh = { messageId: string; sender: string; saidAt: Date; content: MessageContent }

/**
 * Works out what messages come to, where all that is new among them are results: what they change is locked, and nothing is
 * written. What is said of people changes whose a result is, so it has to be written before the next is read.
 *
 * @param whenLocked called when what they change is locked
 * @returns null where something is said of people
 */
export async function judgeAhead(
  tx: Tx,
  organisationId: string,
  claimed: readonly ClaimedMessage[],
  whenLocked: () => void,
): Promise<FilingInHand | null> {
  const results = claimed
    .flatMap(freshIn)
    .map(({ messageId, sender, content }) =>
      content.kind === 'results' ? { messageId, sender, content } : null,
    )
  if (!results.every((each) => each !== null)) return null
  return judgeMessages(tx, organisationId, results, whenLocked)
}

/**
 * Files messages in the order they came: results that stand together by the same few statements, what is said of a person by
 * itself.
 *
 * @returns what the access log has to hold of it
 */
export async function fileArrivals(
  tx: Tx,
  receiving: Receiving,
  claimed: readonly ClaimedMessage[],
): Promise<AccessEntry[]> {
  const entries: AccessEntry[] = []
  let run: MessageToFile[] = []
  const fileRun = async () => {
    if (run.length === 0) return
    const { organisationId } = receiving
    const filing = await judgeMessages(tx, organisationId, run)
    await writeFiled(tx, filing)
    entries.push(...(await writeOwed(tx, organisationId, filing)))
    run = []
  }
  for (const message of claimed.flatMap(freshIn)) {
    const { messageId, sender, content } = message
    if (content.kind === 'results') run.push({ messageId, sender, content })
    else {
      await fileRun()
      entries.push(...(await fileOther(tx, receiving, message)))
    }
  }
  await fileRun()
  return entries
}

function freshIn({ arrival: { message, delivery }, id }: ClaimedMessage): Fresh[] {
  if (id === null || message.kind !== 'accepted') return []
  const { content, header } = message
  const recordedAt = content.kind === 'demographics' ? content.recordedAt?.instant : null
  const said = recordedAt ?? header.sentAt?.instant ?? delivery.receivedAt
  // A clock that is ahead must not silence everything that is said before it is right again.
  const saidAt = said < delivery.receivedAt ? said : delivery.receivedAt
  const sender = `${header.sendingApplication} ${header.sendingFacility}`.trim()
  return [{ messageId: id, sender, saidAt, content }]
}

async function fileOther(
  tx: Tx,
  { actor, organisationId }: Receiving,
  { messageId, saidAt, content }: Fresh,
): Promise<AccessEntry[]> {
  const left: LeftToPeople[] = []
  const entries: AccessEntry[] = []
  if (content.kind === 'demographics') {
    const filed = await fileDemographics(tx, actor, {
      ...{ messageId, organisationId, event: content.event, saidAt, content },
    })
    left.push(...filed.left)
    entries.push(...filed.entries)
  } else if (content.kind === 'merge')
    for (const merge of content.merges)
      left.push(...(await fileMerge(tx, { organisationId, messageId, event: content.event, merge })))
  await leaveToPeople(tx, organisationId, await notWaitingYet(tx, organisationId, left))
  return entries
}
