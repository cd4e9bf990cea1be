import 'server-only'
import type { z } from 'zod'
import type { AccessEvent } from '@/lib/access-log/access-events'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { openAskedRequest } from './internal/asked-request'
import { recordStep } from './internal/record-step'
import { lockRequests } from './internal/request-rows'
import { refuseStaleRequest } from './internal/request-under-change'
import { answerFault } from './rules'
import type { answerPracticeRequestSchema } from './schema'

type Input = z.output<typeof answerPracticeRequestSchema>

const EVENTS = {
  accepted: 'practice_request.accepted',
  done: 'practice_request.done',
  declined: 'practice_request.declined',
} as const satisfies Record<Input['answer'], AccessEvent>

/** What the database keeps no shorter: see schema.ts. */
const SHORTEST_REASON = 3

/**
 * The practice says that it will do what a treatment summary asks, that it has done it, or that it cannot and why; the
 * hospital team then finds another way.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if the hospital team changed the request since it was shown
 * @throws RuleBroken if it is answered, withdrawn or ended already, or the reason is missing
 */
export async function answerPracticeRequest(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    const { requestId, answer } = input
    const { patientId } = await openAskedRequest(tx, actor, requestId, 'update')
    if (answer === 'declined' && (input.reason?.trim().length ?? 0) < SHORTEST_REASON)
      throw new RuleBroken([{ field: 'reason', message: 'Enter why your practice cannot do it' }])
    await lockRequests(tx, patientId)
    // Whoever was waited for may have moved the person to another practice.
    const request = await openAskedRequest(tx, actor, requestId, 'update')
    const fault = answerFault(request.state, answer)
    if (fault) throw new RuleBroken(fault)
    await refuseStaleRequest(tx, request, input.version)
    await recordStep(tx, actor, request, {
      kind: answer,
      on: answer === 'done' ? input.on : today(),
      note: answer === 'declined' ? input.reason : answer === 'done' ? input.note : null,
      how: 'met',
    })
    await recordAccess(tx, { event: EVENTS[answer], patientId, entityId: requestId })
    return null
  })
}
