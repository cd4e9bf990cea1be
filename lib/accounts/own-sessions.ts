import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { now } from '@/lib/platform/clock'
import { IDLE_MINUTES } from './session-limits'

/** One place where somebody is logged in. */
export type SessionView = {
  id: string
  startedAt: Date
  lastSeenAt: Date
  endsAt: Date
  /** `Firefox on Windows`, or null where the browser did not say. */
  browser: string | null
  address: string | null
  isThisOne: boolean
}

/** Where the actor is logged in now: this session first, then the last used. */
export async function listOwnSessions(actor: Actor): Promise<SessionView[]> {
  permitInOwn(actor, 'own_account', 'read')
  return asActor(actor, async (tx) => {
    const rows = await tx.staffSession.findMany({
      where: { staffId: actor.staffId, ...stillLive() },
      orderBy: { lastSeenAt: 'desc' },
      select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, browser: true, address: true },
    })
    const views = rows.map((row) => ({
      id: row.id,
      startedAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      endsAt: row.expiresAt,
      browser: row.browser,
      address: row.address,
      isThisOne: row.id === actor.sessionId,
    }))
    return views.sort((one, other) => Number(other.isThisOne) - Number(one.isThisOne))
  })
}

/** Not ended, not run out, not idle for too long: as access.begin_request judges, by the application's clock. */
function stillLive() {
  const instant = now()
  const idleSince = new Date(instant.getTime() - IDLE_MINUTES * 60_000)
  return { endedAt: null, expiresAt: { gt: instant }, lastSeenAt: { gt: idleSince } }
}
