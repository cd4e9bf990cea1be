import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PatientEntity, Verb } from './access-table'
import type { LinkActor } from './link-actor'
import type { LinkStanding } from './link-table'
import { mayByLink } from './policy'

/**
 * Opens the document of a link for one purpose: the first line of every command and query of a link.
 *
 * @returns how the document stands to the practice now
 * @throws NotFound if the link was taken back or its session is over
 * @throws NotAllowed naming why, if the document stands otherwise than it needs to
 */
export async function openByLink(
  tx: Tx,
  actor: LinkActor,
  [entity, verb]: [entity: PatientEntity, verb: Verb],
): Promise<LinkStanding> {
  const [row] = await tx.$queryRaw<{ standing: LinkStanding | null }[]>`
    select access.link_standing() as standing`
  if (!row?.standing) throw new NotFound()
  const decision = mayByLink(row.standing, entity, verb)
  if (!decision.allowed) throw new NotAllowed(decision.reason, actor.patientId)
  return row.standing
}
