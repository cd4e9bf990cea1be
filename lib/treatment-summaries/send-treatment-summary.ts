import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { findFrozenVersion } from './internal/frozen-versions'
import { sendInService } from './internal/sending'
import { summaryForChange, type SummaryUnderChange } from './internal/summary-under-change'
import type { sendTreatmentSummarySchema } from './schema'
import { sendingFaults } from './sending-rules'
import type { SignedVersion } from './treatment-summary'

type Input = z.output<typeof sendTreatmentSummarySchema>

/**
 * Records that the version that stands was sent to somebody, by which way and when, or why it was not; in the service
 * itself, sends it. A practice that has it in the service does not get it there twice.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the form's fields, if nothing is signed yet, a newer version than was shown stands, or
 *   the person has died
 */
export async function sendTreatmentSummary(actor: Actor, input: Input): Promise<null> {
  const { patientId, summaryId } = input
  return asActor(actor, async (tx) => {
    const wanted = { patientId, summaryId }
    const summary = await summaryForChange(tx, actor, wanted, {
      purpose: ['sent_treatment_summary', 'create'],
    })
    const [version] = summary.versions
    if (!version) throw new RuleBroken('This summary is not signed yet. Sign it, then send it')
    if (version.number !== input.number)
      throw new RuleBroken(
        `Version ${version.number} was signed meanwhile and takes the place of version ${input.number}. Open the page again and send that one`,
      )
    const faults = sendingFaults({ ...summary, version }, input)
    if (faults.length > 0) throw new RuleBroken(faults)
    if (input.channel === 'in_service') await sendToPractice(tx, actor, { summary, version }, input)
    else await recordDelivery(tx, actor, { summary, version }, input)
    if (input.recipient === 'practice')
      await closeTasks(tx, {
        patientId,
        subjectId: summaryId,
        kinds: ['send_treatment_summary'],
        how: 'met',
      })
    await recordAccess(tx, {
      event: input.channel === 'none' ? 'treatment_summary.not_sent' : 'treatment_summary.sent',
      patientId,
      entityId: version.id,
      detail: { version: version.number, recipient: input.recipient, channel: input.channel },
    })
    return null
  })
}

type Sent = { summary: SummaryUnderChange; version: SignedVersion }

async function sendToPractice(
  tx: Tx,
  actor: Actor,
  { summary, version }: Sent,
  { sentOn, note }: Input,
): Promise<void> {
  const { practice } = summary
  const frozen = await findFrozenVersion(tx, version.id)
  if (!practice || !frozen) throw new NotFound()
  const hasIt = version.deliveries.some(
    ({ teamId, channel }) => teamId === practice.id && channel === 'in_service',
  )
  if (!hasIt)
    await sendInService(tx, actor, { summary, version: frozen, practiceTeamId: practice.id, sentOn, note })
}

/** Sent outside the service: the practice is named, and gets no access by it. */
async function recordDelivery(
  tx: Tx,
  actor: Actor,
  { summary, version }: Sent,
  { recipient, recipientName, channel, sentOn, note }: Input,
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
