import 'server-only'
import type { LetterDocument } from '@/lib/documents/document'
import type { HowToReach } from '@/lib/patients/how-to-reach'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { addressed } from '../letter-frame'
import { stopReason, type GateFacts, type StopReason } from '../gate'
import type { Subject } from './message-events'

/** What stands, or stood, against reaching a person. */
export async function readBlocks(tx: Tx, patientId: string): Promise<GateFacts['blocks']> {
  return (await readBlocksOfEach(tx, [patientId])).get(patientId) ?? []
}

/** As `readBlocks`, for several people. */
export async function readBlocksOfEach(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, GateFacts['blocks']>> {
  const blocks = await tx.contactBlock.findMany({
    where: { patientId: { in: [...patientIds] } },
    select: { patientId: true, channel: true, reason: true, startedOn: true, endedOn: true },
  })
  const of = (wanted: string) =>
    blocks
      .filter(({ patientId }) => patientId === wanted)
      .map(({ channel, reason, startedOn, endedOn }) => ({
        channel,
        reason,
        startedOn: fromDatabaseDate(startedOn),
        endedOn: fromDatabaseDateOrNull(endedOn),
      }))
  return new Map(patientIds.map((id) => [id, of(id)]))
}

/** Which of these messages ask for what has happened already. */
export async function readAnswered(tx: Tx, messageIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select access.answered_messages(${[...messageIds]}::uuid[]) as id`
  return new Set(rows.map(({ id }) => id))
}

/** Which of these people a hospital or community team has in care. */
export async function readCared(tx: Tx, patientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select access.in_care_of_a_hospital(${[...patientIds]}::uuid[]) as id`
  return new Set(rows.map(({ id }) => id))
}

/** As `stopsNow`, for a message that is written: with all that stands against it at this moment. */
export async function stopsWritten(
  tx: Tx,
  message: Pick<Subject, 'id' | 'channel' | 'recipient' | 'state' | 'patientId'>,
  person: HowToReach,
): Promise<StopReason | null> {
  const answered = await readAnswered(tx, [message.id])
  const cared = await readCared(tx, [message.patientId])
  const blocks = await readBlocks(tx, message.patientId)
  const known = { isAnswered: answered.has(message.id), isCared: cared.has(message.patientId) }
  return stopsNow({ ...message, ...known }, person, blocks)
}

/** Why a message would not leave now; null: it would. */
export function stopsNow(
  message: Pick<Subject, 'channel' | 'recipient' | 'state'> & {
    isAnswered?: boolean
    /** False: no hospital team has the person in care. */
    isCared?: boolean
  },
  person: HowToReach,
  blocks: GateFacts['blocks'],
): StopReason | null {
  const { channel, recipient, state } = message
  const { diedOn, sharesWithPractice } = person
  return stopReason(
    {
      channel,
      recipient,
      diedOn,
      sharesWithPractice,
      isCared: message.isCared ?? true,
      blocks,
      isWithdrawn: state === 'withdrawn',
      isAnswered: state === 'answered' || message.isAnswered === true,
      hasAddress: recipient === 'practice' || addressFor(channel, person).length > 0,
    },
    today(),
  )
}

/** A postcode, or a line without one, is no address: the post would bring it back. */
function isAddress({ address }: HowToReach): boolean {
  return address.length > 1
}

/** A letter as it is put on paper for a person: their address as the record has it now, in a print that they can read. */
export function forPost(letter: LetterDocument, person: HowToReach): LetterDocument {
  const sized = person.readsLargePrint ? { ...letter, isLargePrint: true } : letter
  return addressed(sized, addressFor('letter', person))
}

/** Lines of the address, or the one number or email; none where there is no way. */
export function addressFor(channel: Subject['channel'], person: HowToReach): string[] {
  if (channel === 'letter') return isAddress(person) ? [person.name, ...person.address] : []
  const one = channel === 'email' ? person.email : person.mobileTelephone
  return one ? [one] : []
}
