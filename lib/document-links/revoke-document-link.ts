import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import type { DocumentLinkView } from './document-link'
import { mayBeRevoked } from './link-rules'
import { listLinks } from './list-links'
import type { revokeDocumentLinkSchema } from './schema'

/**
 * Takes a link back: it opens nothing any more, and whoever has the document open by it is shown out at the next click.
 *
 * @returns the link as it was
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if it is revoked or replaced already
 */
export async function revokeDocumentLink(
  actor: Actor,
  { patientId, linkId, reason }: z.output<typeof revokeDocumentLinkSchema>,
): Promise<{ summaryId: string }> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['document_link', 'update'])
    const { summaryId, state } = await getLink(tx, { patientId, linkId })
    if (!mayBeRevoked(state)) throw new RuleBroken('This link is revoked or replaced already')
    const { count } = await tx.documentLinkEvent.createMany({
      data: [{ id: uuidv7(), patientId, linkId, kind: 'revoked', reason, recordedById: actor.staffId }],
      skipDuplicates: true,
    })
    if (count !== 1) throw new RuleBroken('This link is revoked or replaced already')
    await recordAccess(tx, { event: 'document_link.revoked', patientId, entityId: linkId })
    return { summaryId }
  })
}

/** A link for the page that asks whether to take it back. @throws NotFound, NotAllowed */
export async function getLinkToRevoke(
  actor: Actor,
  wanted: { patientId: string; linkId: string },
): Promise<DocumentLinkView> {
  return asActor(actor, async (tx) => {
    const { patientId, linkId } = wanted
    await openPatient(tx, actor, patientId, ['document_link', 'update'])
    const link = await getLink(tx, wanted)
    const detail = { page: 'revoke_link' }
    await recordAccess(tx, { event: 'patient.page_viewed', patientId, entityId: linkId, detail })
    return link
  })
}

async function getLink(
  tx: Tx,
  { patientId, linkId }: { patientId: string; linkId: string },
): Promise<DocumentLinkView> {
  const [link] = isUuid(linkId) ? await listLinks(tx, { patientId, id: linkId }) : []
  if (!link) throw new NotFound()
  return link
}
