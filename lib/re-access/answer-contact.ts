import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { contactForChange } from './internal/contact-for-change'
import { sayOfContact } from './internal/say'
import { stepOf } from './internal/step-of'
import type { answerContactSchema } from './schema'

/**
 * Says what happened next of a contact that waits: spoken to, not reached, handed on, a clinician asked, decided, or not
 * needed after all.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if it was answered meanwhile, something is missing, or a clinician has to decide and the actor is none
 */
export async function answerContact(
  actor: Actor,
  input: z.output<typeof answerContactSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const { contact, context } = await contactForChange(tx, actor, input, input.step)
    await sayOfContact(tx, actor, contact, await stepOf(tx, context, contact, input))
    return null
  })
}
