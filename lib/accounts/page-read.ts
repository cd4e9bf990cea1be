import 'server-only'
import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/access/actor'
import { recordRefusal } from '@/lib/access-log/record-refusal'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { requireActor } from './current-actor'

/**
 * What a page shows: the actor, then one query. Somebody else's record, one that is not there, and what the actor's
 * role may not see are all the same page: not found. A refusal is written in the access log.
 */
export async function pageRead<View>(query: (actor: Actor) => Promise<View>): Promise<View> {
  const actor = await requireActor()
  try {
    return await query(actor)
  } catch (error) {
    if (error instanceof NotAllowed) await recordRefusal(actor, 'page', error)
    if (error instanceof NotAllowed || error instanceof NotFound) notFound()
    throw error
  }
}
