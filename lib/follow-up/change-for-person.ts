import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { today } from '@/lib/platform/clock'
import { changeOverrides } from './internal/change-overrides'
import { typedChange } from './internal/typed-change'
import type { changeForPersonSchema } from './personal-change-schema'
import { withChange } from './personal-changes'

/**
 * Changes for one person how often a test is due, from which number a result is looked at by itself, how long follow-up
 * goes on or from which day it is counted. What is owed is worked out again, and standing results are judged by it, in the
 * same transaction.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken where something is missing or cannot be, follow-up has ended, or the person has died
 */
export async function changeForPerson(
  actor: Actor,
  input: z.output<typeof changeForPersonSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await changeOverrides(tx, actor, input, {
      event: 'follow_up.changed_for_person',
      next: (snapshot) => withChange(snapshot.overrides, typedChange(input, snapshot, today())),
    })
    return null
  })
}
