import 'server-only'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openAskedRequest } from './internal/asked-request'
import { giveAnswer, type Answer } from './internal/give-answer'

/**
 * The practice says that it will do what a treatment summary asks, that it has done it, or that it cannot and why; the
 * hospital team then finds another way.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if the hospital team changed the request since it was shown
 * @throws RuleBroken if it is answered, withdrawn or ended already, or the reason is missing
 */
export async function answerPracticeRequest(actor: Actor, input: Answer): Promise<null> {
  return asActor(actor, async (tx) => {
    const open = () => openAskedRequest(tx, actor, input.requestId, 'update')
    await recordAccess(tx, await giveAnswer(tx, actor, open, input))
    return null
  })
}
