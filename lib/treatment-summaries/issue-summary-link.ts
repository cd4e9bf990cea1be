import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permit } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { newSessionToken } from '@/lib/accounts/session-token'
import { issueLink } from '@/lib/document-links/issue-link'
import { today } from '@/lib/platform/clock'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { recordDelivery } from './internal/record-delivery'
import { sendToPractice } from './internal/send-to-practice'
import { summaryForChange } from './internal/summary-under-change'
import type { issueSummaryLinkSchema } from './schema'
import { linkFault } from './sending-rules'

/** The link made, and its secret: null when this is a repeat, and the first time alone could say it. */
export type IssuedLink = { linkId: string; secret: string | null }

/**
 * Makes a link by which the person's practice, which need have no account, reads the version that stands and answers
 * what it asks; and records that it was sent, today, by the way in which the team hands the link over. A practice that
 * was not sent it in the service yet is sent it, so that it is asked and owes like every other.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if nothing is signed, no practice is known, the person does not share, or has died
 */
export async function issueSummaryLink(
  actor: Actor,
  { patientId, summaryId, channel }: z.output<typeof issueSummaryLinkSchema>,
): Promise<IssuedLink> {
  const { token, tokenHash } = newSessionToken()
  const done = await asActor(actor, async (tx) => {
    const purpose = { purpose: ['sent_treatment_summary', 'create'] as ['sent_treatment_summary', 'create'] }
    const summary = await summaryForChange(tx, actor, { patientId, summaryId }, purpose)
    permit(summary.context, 'document_link', 'create')
    const fault = linkFault(summary)
    if (fault) throw new RuleBroken(fault)
    const { practice, versions } = summary
    const [version] = versions
    if (!version || !practice) throw new NotFound()
    const sent = { summary, version }
    const deliveryId = await sendToPractice(tx, actor, sent, { sentOn: today(), note: null })
    const linkId = await issueLink(tx, actor, {
      patientId,
      deliveryId,
      teamId: practice.id,
      channel,
      tokenHash,
    })
    const handedOver = { recipient: 'practice', recipientName: null, channel, sentOn: today() } as const
    await recordDelivery(tx, actor, sent, { ...handedOver, note: 'A link that opens it' })
    const kinds = ['send_treatment_summary'] as const
    await closeTasks(tx, { patientId, subjectId: summaryId, kinds, how: 'met' })
    const detail = { version: version.number, recipient: 'practice', channel }
    await recordAccess(
      tx,
      { event: 'treatment_summary.sent', patientId, entityId: version.id, detail },
      { event: 'document_link.issued', patientId, entityId: linkId, detail: { channel } },
    )
    return { linkId, tokenHash }
  })
  return { linkId: done.linkId, secret: done.tokenHash === tokenHash ? token : null }
}
