import 'server-only'
import { asActor } from '@/lib/access/as-actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { recordAccess } from '@/lib/access-log/record-access'

/** Ends the session of a link, for a computer that others use too. The link itself stays as it is. */
export async function leaveDocument(actor: LinkActor): Promise<void> {
  await asActor({ ...actor, submission: undefined }, async (tx) => {
    const { patientId, linkId } = actor
    // First, while there is somebody to write of.
    await recordAccess(tx, { event: 'document_link.left', patientId, entityId: linkId })
    await tx.$executeRaw`select access.end_link_session()`
  })
}
