import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { TUMOUR_GROUP_LABELS } from '@/lib/nhs/tumour-group'
import { viewPublication } from './internal/view-publication'
import { readPublications } from './internal/publications'
import { shippedProtocols } from './internal/reference'
import { standingPublications } from './publication'
import type { PublicationView } from './publication-view'

/** A protocol that ships, as one organisation stands to it. */
export type ProtocolRow = {
  code: string
  title: string
  tumourGroup: string
  /** The latest first. */
  shipped: string[]
  /** What the organisation said of it last; null where it never did. */
  standing: PublicationView | null
}

export type ProtocolList = { id: string; name: string; protocols: ProtocolRow[] }[]

/** Every protocol that ships, for each organisation that the actor administers. @throws NotAllowed */
export async function listProtocols(actor: Actor): Promise<ProtocolList> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'protocol_publication', 'create')
    const facts = await readPublications(tx, { organisationId: { in: administeredOrganisations(actor) } })
    const nameOf = await staffNames(
      tx,
      facts.map(({ recordedById }) => recordedById),
    )
    await recordAccess(tx, { event: 'protocol.listed' })
    return actor.organisationRoles
      .filter(({ role }) => role === 'admin')
      .map(({ organisationId, organisationName }) => {
        const own = standingPublications(facts.filter((fact) => fact.organisationId === organisationId))
        return {
          id: organisationId,
          name: organisationName,
          protocols: protocolRows().map((row) => {
            const standing = own.get(row.code)
            return { ...row, standing: standing ? viewPublication(standing, nameOf) : null }
          }),
        }
      })
  })
}

function protocolRows(): Omit<ProtocolRow, 'standing'>[] {
  const all = shippedProtocols()
  const latest = all.filter((one, place) => all.findIndex(({ id }) => id === one.id) === place)
  return latest.map(({ id, title, tumourGroup }) => ({
    code: id,
    title,
    tumourGroup: TUMOUR_GROUP_LABELS[tumourGroup],
    shipped: all.filter((one) => one.id === id).map(({ version }) => version),
  }))
}
