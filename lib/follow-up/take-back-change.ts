import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { RuleBroken } from '@/lib/platform/errors'
import { changeOverrides } from './internal/change-overrides'
import type { takeBackChangeSchema } from './personal-change-schema'
import { withoutChange } from './personal-changes'

/**
 * Takes back what was changed for one person: from now on it is as the protocol says. What is owed and how results are
 * judged follows in the same transaction; that it was otherwise stays in the history.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if nothing of this is changed, follow-up has ended, or the person has died
 */
export async function takeBackChange(
  actor: Actor,
  input: z.output<typeof takeBackChangeSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await changeOverrides(tx, actor, input, {
      event: 'follow_up.change_taken_back',
      next: ({ overrides }) => {
        const left = withoutChange(overrides, input.change)
        if (left.length === overrides.length)
          throw new RuleBroken('This is not changed for the person any more')
        return left
      },
    })
    return null
  })
}
