import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { permitInOwn } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale } from '@/lib/platform/errors'
import { lockPublications, readPublications, type PublicationRow } from './publications'

/**
 * Opens what an organisation has said of a protocol for a further word: access, then the lock, then whether somebody said
 * anything since the page was shown.
 *
 * @returns the last word; undefined where there is none
 * @throws NotFound if the actor does not administer the organisation
 * @throws NotAllowed, Stale
 */
export async function publicationUnderChange(
  tx: Tx,
  actor: Actor,
  { organisationId, protocol, number }: { organisationId: string; protocol: string; number: number },
): Promise<PublicationRow | undefined> {
  permitInOwn(actor, 'protocol_publication', 'create')
  if (!administeredOrganisations(actor).includes(organisationId)) throw new NotFound()
  await lockPublications(tx, organisationId, protocol)
  const [last] = await readPublications(tx, { organisationId, protocolCode: protocol })
  if ((last?.number ?? 0) === number) return last
  const nameOf = await staffNames(tx, [last?.recordedById ?? null])
  throw new Stale(nameOf(last?.recordedById ?? null), last?.recordedAt ?? new Date(0))
}
