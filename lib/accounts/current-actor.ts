import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { routes } from '@/lib/platform/routes'
import { actorOfSession } from './actor-of-session'
import { sessionTokenHash } from './session-cookie'

/** Who is asking, or null: read from the session row once for each request, so that a change counts from the next one. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const tokenHash = await sessionTokenHash()
  return tokenHash ? actorOfSession(tokenHash) : null
})

/** Who is asking; anybody else is sent to the log-in page, which says so if a session of theirs has ended. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor()
  if (actor) return actor
  const hadSession = (await sessionTokenHash()) !== null
  redirect(hadSession ? `${routes.logIn()}?ended=1` : routes.logIn())
}
