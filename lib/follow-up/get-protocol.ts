import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { NotFound } from '@/lib/platform/errors'
import { knownTests } from '@/lib/results/known-tests'
import { publishedProtocol, readPublications } from './internal/publications'
import { shippedProtocol } from './internal/reference'
import { viewPublication } from './internal/view-publication'
import type { Protocol } from './protocol'
import { differencesBetween, type Difference } from './protocol-differences'
import { protocolInWords, type SectionInWords } from './protocol-in-words'
import type { PublicationView } from './publication-view'

/** A version of a protocol that ships, before an organisation publishes it. */
export type ProtocolPage = {
  organisation: { id: string; name: string }
  protocol: Pick<Protocol, 'id' | 'version' | 'title' | 'treatmentGroup' | 'anchor' | 'sites' | 'approval'>
  sections: SectionInWords[]
  /** What the organisation said of the protocol, the latest first. */
  history: PublicationView[]
  /** What its standing version says otherwise; null where none stands, or this one does. */
  differences: Difference[] | null
  /** Whether this version stands. */
  isPublished: boolean
}

/** @throws NotFound, NotAllowed */
export async function getProtocol(
  actor: Actor,
  wanted: { organisationId: string; code: string; version: string },
): Promise<ProtocolPage> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'protocol_publication', 'create')
    const { organisationId, code } = wanted
    const protocol = shippedProtocol(code, wanted.version)
    const held = actor.organisationRoles.find((one) => one.organisationId === organisationId)
    const isOwn = isUuid(organisationId) && administeredOrganisations(actor).includes(organisationId)
    if (!protocol || !held || !isOwn) throw new NotFound()
    const facts = await readPublications(tx, { organisationId, protocolCode: code })
    const standing = await publishedProtocol(tx, organisationId, code)
    const nameOf = await staffNames(
      tx,
      facts.map(({ recordedById }) => recordedById),
    )
    await recordAccess(tx, {
      event: 'protocol.viewed',
      detail: { protocol: code, version: protocol.version },
    })
    const sections = protocolInWords(protocol, knownTests())
    const isPublished = standing?.version === protocol.version
    return {
      organisation: { id: organisationId, name: held.organisationName },
      protocol,
      sections,
      history: facts.map((fact) => viewPublication(fact, nameOf)),
      differences:
        standing && !isPublished
          ? differencesBetween(protocolInWords(standing, knownTests()), sections)
          : null,
      isPublished,
    }
  })
}
