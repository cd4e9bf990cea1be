import 'server-only'
import type { z } from 'zod'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { recordStep } from './internal/record-step'
import { refuseStaleRequest, requestForChange } from './internal/request-under-change'
import { isSettled } from './rules'
import type { withdrawPracticeRequestSchema } from './schema'

/**
 * A hospital team takes back what it asked of a practice, with the reason: nobody owes anything for it any more.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if it is settled already
 */
export async function withdrawPracticeRequest(
  actor: Actor,
  input: z.output<typeof withdrawPracticeRequestSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const request = await requestForChange(tx, actor, input)
    if (isSettled(request.state))
      throw new RuleBroken('This request is settled already: nothing is left to withdraw')
    await refuseStaleRequest(tx, request, input.version)
    await recordStep(tx, actor, request, {
      kind: 'withdrawn',
      on: today(),
      note: input.withdrawReason,
      how: request.state === 'declined' ? 'met' : 'superseded',
      why: 'The request was withdrawn',
    })
    const { patientId, id } = request
    await recordAccess(tx, { event: 'practice_request.withdrawn', patientId, entityId: id })
    return null
  })
}
