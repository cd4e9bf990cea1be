import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { SendingInput } from '../sending-rules'
import type { SignedVersion } from '../treatment-summary'
import type { SummaryUnderChange } from './summary-under-change'

export type Sent = { summary: SummaryUnderChange; version: Pick<SignedVersion, 'id'> }

/** Sent outside the service: the practice is named, and gets no access by it. */
export async function recordDelivery(
  tx: Tx,
  actor: Actor,
  { summary, version }: Sent,
  { recipient, recipientName, channel, sentOn, note }: SendingInput,
): Promise<void> {
  const { patientId, practice } = summary
  const nameOf = { person: null, practice: recipientName ?? practice?.name ?? null, other: recipientName }
  await tx.treatmentSummaryDelivery.create({
    data: {
      id: uuidv7(),
      patientId,
      versionId: version.id,
      recipient,
      recipientName: nameOf[recipient],
      channel,
      sentOn: toDatabaseDate(sentOn),
      note,
      recordedAt: now(),
      recordedById: actor.staffId,
    },
  })
}
