import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import type { OtherVersion } from '../follow-up-view'
import { standingPublications } from '../publication'
import { readPublications } from './publications'
import type { KnownPathway } from './read-pathways'
import { clinicianTeamsIn } from './rehearsed-people'

/**
 * Where the trust of the actor's team has published another version of the protocol than the one that a pathway keeps: which,
 * by the pathway's id. By one read, of pathways that go on.
 */
export async function readOtherVersions(
  tx: Tx,
  actor: Actor,
  pathways: readonly KnownPathway[],
): Promise<ReadonlyMap<string, OtherVersion>> {
  const kept = pathways.flatMap(({ row: { id, teamId, endedOn, patient }, snapshot }) => {
    const own = actor.memberships.find((membership) => membership.teamId === teamId)
    if (!own || !snapshot || endedOn || patient.diedOn) return []
    return [{ id, teamId, organisationId: own.organisationId, protocol: snapshot.protocol }]
  })
  if (kept.length === 0) return new Map()
  const facts = await readPublications(tx, {
    organisationId: { in: kept.map(({ organisationId }) => organisationId) },
    protocolCode: { in: kept.map(({ protocol }) => protocol.id) },
  })
  const others = kept.flatMap(({ id, teamId, organisationId, protocol }): [string, OtherVersion][] => {
    const own = facts.filter((fact) => fact.organisationId === organisationId)
    const standing = standingPublications(own).get(protocol.id)
    if (standing?.kind !== 'published' || standing.version === protocol.version) return []
    const mayRehearse = clinicianTeamsIn(actor, organisationId).includes(teamId)
    const rehearsal = mayRehearse ? { organisationId, code: protocol.id } : null
    return [[id, { published: standing.version, kept: protocol.version, rehearsal }]]
  })
  return new Map(others)
}
