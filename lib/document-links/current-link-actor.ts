import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { LinkActor } from '@/lib/access/link-actor'
import { recordRefusal } from '@/lib/access-log/record-refusal'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { routes } from '@/lib/platform/routes'
import { linkActorOfSession } from '@/lib/access/link-door'
import { linkSessionHash } from './link-cookie'

/** Who came by a link, or null: read from the session row once for each request. */
export const findLinkActor = cache(async (): Promise<LinkActor | null> => {
  const tokenHash = await linkSessionHash()
  return tokenHash ? linkActorOfSession(tokenHash) : null
})

/** As `pageRead`, for the pages of a link; who has no session is told that it ended. */
export async function linkPageRead<View>(query: (actor: LinkActor) => Promise<View>): Promise<View> {
  const actor = await findLinkActor()
  if (!actor) redirect(routes.linkEnded())
  try {
    return await query(actor)
  } catch (error) {
    if (error instanceof NotAllowed) await recordRefusal(actor, 'page', error)
    if (error instanceof NotAllowed || error instanceof NotFound) notFound()
    throw error
  }
}
