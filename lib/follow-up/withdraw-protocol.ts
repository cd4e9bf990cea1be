import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { publicationUnderChange } from './internal/publication-under-change'
import type { withdrawProtocolSchema } from './publication-schema'

type Input = z.output<typeof withdrawProtocolSchema>

/**
 * Takes a protocol out of what decisions may choose. Whoever is on it stays on it, and their tests go on.
 *
 * @throws NotFound if the actor does not administer the organisation
 * @throws NotAllowed, Stale
 * @throws RuleBroken if it is not published
 */
export async function withdrawProtocol(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    const last = await publicationUnderChange(tx, actor, input)
    if (last?.kind !== 'published') throw new RuleBroken('This protocol is not published')
    const id = uuidv7()
    await tx.protocolPublication.createMany({
      data: [
        {
          id,
          organisationId: input.organisationId,
          protocolCode: last.protocol,
          number: last.number + 1,
          kind: 'withdrawn',
          protocolVersion: last.version,
          reason: input.reason,
          recordedAt: now(),
          recordedById: actor.staffId,
        },
      ],
    })
    await recordAccess(tx, {
      event: 'protocol.withdrawn',
      entityId: id,
      detail: { protocol: last.protocol, version: last.version },
    })
    return null
  })
}
