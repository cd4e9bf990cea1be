import 'server-only'
import type { z } from 'zod'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { RuleBroken } from '@/lib/platform/errors'
import { recordStep } from './internal/record-step'
import { refuseStaleRequest, requestForChange } from './internal/request-under-change'
import { SETTLEMENT_LABELS } from './labels'
import { isSettled } from './rules'
import type { settleDeclinedRequestSchema } from './schema'

/**
 * The hospital team says what was done instead of what a practice could not do: it did it itself, somebody else was
 * asked, or it is not needed.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if the practice has not declined it, or it is settled already
 */
export async function settleDeclinedRequest(
  actor: Actor,
  input: z.output<typeof settleDeclinedRequestSchema>,
): Promise<null> {
  const { settlement, on, note } = input
  return asActor(actor, async (tx) => {
    const request = await requestForChange(tx, actor, input)
    if (isSettled(request.state)) throw new RuleBroken('This request is settled already')
    if (request.state !== 'declined')
      throw new RuleBroken('The practice has not declined this. Withdraw it if it is not needed')
    await refuseStaleRequest(tx, request, input.version)
    await recordStep(tx, actor, request, {
      kind: settlement === 'done_here' ? 'done' : 'ended',
      on,
      note: `${SETTLEMENT_LABELS[settlement]}: ${note}`,
      how: 'met',
    })
    const { patientId, id } = request
    await recordAccess(tx, {
      event: 'practice_request.settled',
      patientId,
      entityId: id,
      detail: { settlement },
    })
    return null
  })
}
