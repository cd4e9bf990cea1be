import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { asActor } from '@/lib/access/as-actor'
import type { NotAllowed } from '@/lib/platform/errors'
import { recordAccess } from './record-access'

/** Writes that somebody was refused, in a transaction of its own: the one that was refused is rolled back. */
export async function recordRefusal(
  actor: Actor | LinkActor,
  action: string,
  refusal: NotAllowed,
): Promise<void> {
  await asActor({ ...actor, submission: undefined }, (tx) =>
    recordAccess(tx, {
      event: 'access.refused',
      patientId: refusal.patientId,
      detail: { action, reason: refusal.reason },
    }),
  )
}
