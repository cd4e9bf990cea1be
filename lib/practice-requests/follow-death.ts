import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { askAgain } from './internal/ask-again'
import { endUnsettled } from './internal/end-requests'
import { findRequests, lockRequests, newestOfEach } from './internal/request-rows'
import { closeRequestTasks } from './internal/request-tasks'

const DIED = 'The person has died'

/**
 * Ends all that practices are asked about somebody whose death is being recorded, in that transaction and before any
 * task is closed, whoever records it.
 *
 * @returns how many requests ended
 */
export async function endRequestsAtDeath(tx: Tx, patientId: string): Promise<number> {
  await lockRequests(tx, patientId)
  return endUnsettled(tx, { patientId, why: DIED })
}

/**
 * A death was recorded by mistake: what it ended is asked anew, of the practice that the person is registered with now.
 * In that transaction, after the tasks that the death closed were opened again.
 *
 * @returns how many were asked anew
 */
export async function askAgainAfterDeath(tx: Tx, actor: Actor, patientId: string): Promise<number> {
  await lockRequests(tx, patientId)
  const practice = await findRegisteredPractice(tx, patientId)
  const newest = newestOfEach(await findRequests(tx, { patientId }))
  const ended = newest.filter(({ events }) =>
    events.some(({ kind, note }) => kind === 'ended' && note === DIED),
  )
  for (const request of ended) {
    await closeRequestTasks(tx, request, 'superseded', 'The request was asked anew')
    await askAgain(tx, actor, request, practice?.id ?? null)
  }
  return ended.length
}
