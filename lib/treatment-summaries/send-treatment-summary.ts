import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { recordDelivery } from './internal/record-delivery'
import { sendToPractice } from './internal/send-to-practice'
import { summaryForChange } from './internal/summary-under-change'
import type { sendTreatmentSummarySchema } from './schema'
import { sendingFaults } from './sending-rules'

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
