import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { publicationUnderChange } from './internal/publication-under-change'
import { shippedProtocol } from './internal/reference'
import type { publishProtocolSchema } from './publication-schema'

type Input = z.output<typeof publishProtocolSchema>

/**
 * Publishes a version of a protocol for an organisation, as somebody approved it there: from now on decisions about
 * follow-up choose it. It takes the place of the version before; whoever is on that one stays on it until a clinician
 * moves them.
 *
 * @returns the id of the publication
 * @throws NotFound if the actor does not administer the organisation, or no such version ships
 * @throws NotAllowed, Stale
 * @throws RuleBroken if this version stands already
 */
export async function publishProtocol(actor: Actor, input: Input): Promise<string> {
  return asActor(actor, async (tx) => {
    const last = await publicationUnderChange(tx, actor, input)
    const protocol = shippedProtocol(input.protocol, input.version)
    if (!protocol) throw new NotFound()
    if (last?.kind === 'published' && last.version === input.version)
      throw new RuleBroken('This version is published already')
    const id = uuidv7()
    await tx.protocolPublication.createMany({
      data: [
        {
          id,
          organisationId: input.organisationId,
          protocolCode: protocol.id,
          number: (last?.number ?? 0) + 1,
          kind: 'published',
          protocolVersion: protocol.version,
          content: protocol,
          sites: protocol.sites,
          approvedBy: input.approvedBy,
          approvedOn: toDatabaseDate(input.approvedOn),
          reason: input.reason,
          recordedAt: now(),
          recordedById: actor.staffId,
        },
      ],
    })
    await recordAccess(tx, {
      event: 'protocol.published',
      entityId: id,
      detail: { protocol: protocol.id, version: protocol.version, replaces: last?.version ?? null },
    })
    return id
  })
}
