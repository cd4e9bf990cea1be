import 'server-only'
import type { z } from 'zod'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { refuseStaleHelp } from './internal/help-under-change'
import type { retireHelpEntrySchema } from './schema'

/**
 * Takes help out of the library. It is no longer suggested; plans that used it keep its words.
 *
 * @throws NotFound if it is not there, retired already, or of an organisation that the actor does not administer
 * @throws NotAllowed, Stale
 */
export async function retireHelpEntry(
  actor: Actor,
  { entryId, version }: z.infer<typeof retireHelpEntrySchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'help_library', 'update')
    const entry = await tx.helpEntry.findFirst({
      where: { id: entryId, organisationId: { in: administeredOrganisations(actor) }, retiredAt: null },
    })
    if (!entry) throw new NotFound()
    const { count } = await tx.helpEntry.updateMany({
      where: { id: entryId, version, retiredAt: null },
      data: {
        retiredAt: now(),
        updatedAt: now(),
        updatedById: actor.staffId,
        version: { increment: 1 },
      },
    })
    if (count !== 1) await refuseStaleHelp(tx, entryId, entry.organisationId, () => [])
    await recordAccess(tx, { event: 'help_entry.changed', entityId: entryId, detail: { what: 'retired' } })
    return null
  })
}
