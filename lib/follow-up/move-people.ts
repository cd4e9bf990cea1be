import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { findSubmissionResult } from '@/lib/access/submissions'
import { RuleBroken } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/database'
import { publishedProtocol } from './internal/publications'
import { clinicianTeamsIn } from './internal/rehearsed-people'
import { moveOne, WHY_LEFT } from './internal/move-one'
import { textOrder } from './internal/text-order'
import type { movePeopleSchema } from './publication-schema'

export const MOVE_PEOPLE = 'follow-up.move-to-version'

/** Moving one recomputes all that is owed on their pathway: this long is enough for a page of people. */
const SECONDS = 60

const movedSchema = z.object({
  /** Ids of pathways. */
  moved: z.array(z.string()),
  left: z.array(z.object({ pathwayId: z.string(), why: z.enum(WHY_LEFT) })),
})
/** Who moved, and who stays on the version that they were on and why. */
export type Moved = z.output<typeof movedSchema>

/**
 * Moves the chosen people to the version that the trust has published. Each keeps what was set for them where the new
 * version has that test or rule; what is owed, and how results are judged, follows at once. Whoever changed since the
 * rehearsal, died or left stays as they are.
 *
 * @throws NotAllowed
 * @throws RuleBroken if the trust has published another version since, or withdrawn the protocol
 */
export async function movePeople(actor: Actor, input: z.output<typeof movePeopleSchema>): Promise<Moved> {
  permitInOwn(actor, 'protocol_rehearsal', 'update')
  return asActor(
    actor,
    async (tx) => {
      const { organisationId, protocol: code, version, reason } = input
      const next =
        clinicianTeamsIn(actor, organisationId).length > 0
          ? await publishedProtocol(tx, organisationId, code)
          : null
      if (next?.version !== version)
        throw new RuleBroken(
          'Another version is published now, or none. Go back and look at the rehearsal again',
        )
      const result: Moved = { moved: [], left: [] }
      for (const one of await inOneOrder(tx, input.pathway)) {
        const why = await moveOne(tx, actor, one, { next, reason })
        if (why === null) result.moved.push(one.pathwayId)
        else result.left.push({ pathwayId: one.pathwayId, why })
      }
      return result
    },
    SECONDS,
  )
}

type Chosen = { pathwayId: string; pathwayVersion: number; patientId: string | null }

/** By patient, so that two who move some of the same people wait for each other and never in a ring. */
async function inOneOrder(
  tx: Tx,
  chosen: readonly { pathwayId: string; pathwayVersion: number }[],
): Promise<Chosen[]> {
  const rows = await tx.followUpPathway.findMany({
    where: { id: { in: chosen.map(({ pathwayId }) => pathwayId) } },
    select: { id: true, patientId: true },
  })
  const patients = new Map(rows.map(({ id, patientId }) => [id, patientId]))
  return [...new Map(chosen.map((one) => [one.pathwayId, one])).values()]
    .map((one) => ({ ...one, patientId: patients.get(one.pathwayId) ?? null }))
    .sort((one, other) => textOrder(one.patientId ?? '', other.patientId ?? ''))
}

/** What an earlier form of the actor's own did; null without such a form. @throws NotAllowed */
export async function getMoved(actor: Actor, submissionId: string): Promise<Moved | null> {
  permitInOwn(actor, 'protocol_rehearsal', 'read')
  if (!isUuid(submissionId)) return null
  const result = await asActor(actor, async (tx) =>
    movedSchema.safeParse(await findSubmissionResult(tx, actor, { id: submissionId, action: MOVE_PEOPLE })),
  )
  return result.success ? result.data : null
}
