import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { publishedProtocols, readPublications } from './internal/publications'
import { clinicianTeamsIn, peopleOnOtherVersion } from './internal/rehearsed-people'
import { standingPublications } from './publication'

/** A protocol that decisions may choose, and how many people of the actor's teams are on another version of it. */
export type PublishedRow = {
  organisationId: string
  code: string
  title: string
  version: string
  approvedBy: string | null
  approvedOn: CalendarDate | null
  /** Null for who may not move anybody. */
  onOtherVersion: number | null
}

/** What the organisations of the actor's hospital teams have published, by title. @throws NotAllowed */
export async function listPublishedProtocols(actor: Actor): Promise<PublishedRow[]> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'protocol_publication', 'read')
    const organisationIds = [
      ...new Set(
        actor.memberships.filter(({ role }) => role !== 'gp').map(({ organisationId }) => organisationId),
      ),
    ]
    const rows: PublishedRow[] = []
    for (const organisationId of organisationIds) rows.push(...(await publishedIn(tx, actor, organisationId)))
    await recordAccess(tx, { event: 'protocol.listed' })
    return rows
  })
}

async function publishedIn(tx: Tx, actor: Actor, organisationId: string): Promise<PublishedRow[]> {
  const standing = standingPublications(await readPublications(tx, { organisationId }))
  const teamIds = clinicianTeamsIn(actor, organisationId)
  const rows: PublishedRow[] = []
  for (const protocol of await publishedProtocols(tx, organisationId)) {
    const publication = standing.get(protocol.id)
    rows.push({
      organisationId,
      code: protocol.id,
      title: protocol.title,
      version: protocol.version,
      approvedBy: publication?.approvedBy ?? null,
      approvedOn: fromDatabaseDateOrNull(publication?.approvedOn ?? null),
      onOtherVersion: teamIds.length > 0 ? (await peopleOnOtherVersion(tx, teamIds, protocol)).length : null,
    })
  }
  return rows
}
