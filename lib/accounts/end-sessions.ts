import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'

/** Ends another session of one's own, from its next request. @throws NotFound for any but one's own others */
export async function endSession(actor: Actor, { sessionId }: { sessionId: string }): Promise<null> {
  permitInOwn(actor, 'own_account', 'update')
  if (!isUuid(sessionId) || sessionId === actor.sessionId) throw new NotFound()
  return asActor(actor, async (tx) => {
    const { count } = await tx.staffSession.updateMany({
      where: { id: sessionId, staffId: actor.staffId, endedAt: null },
      data: { endedAt: now(), endedReason: 'ended from another session' },
    })
    if (count !== 1) throw new NotFound()
    await recordAccess(tx, { event: 'account.session_ended', entityId: sessionId })
    return null
  })
}

/** Ends all sessions of one's own but this one. @returns how many ended */
export async function endOtherSessions(actor: Actor): Promise<number> {
  permitInOwn(actor, 'own_account', 'update')
  return asActor(actor, async (tx) => {
    const { count } = await tx.staffSession.updateMany({
      where: { staffId: actor.staffId, id: { not: actor.sessionId }, endedAt: null },
      data: { endedAt: now(), endedReason: 'ended from another session' },
    })
    await recordAccess(tx, {
      event: 'account.session_ended',
      entityId: actor.staffId,
      detail: { which: 'others', count },
    })
    return count
  })
}

/** Ends every session of somebody, in the transaction that takes their access away. */
export async function endSessionsOf(tx: Tx, staffId: string, reason: string): Promise<void> {
  await tx.staffSession.updateMany({
    where: { staffId, endedAt: null },
    data: { endedAt: now(), endedReason: reason },
  })
}
