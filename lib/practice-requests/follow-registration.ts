import 'server-only'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { askAgain, bringBack } from './internal/ask-again'
import { recordStep } from './internal/record-step'
import { findUnsettled, lockRequests, type RequestRow } from './internal/request-rows'

const MOVED = 'The person moved to another practice'

type Registration = {
  patientId: string
  /** The team of the practice that the person is registered with now; null where nobody knows it. */
  practiceId: string | null
}

/**
 * Keeps the answers of a practice, a move to another and a death waiting until the transaction ends: the first thing that
 * a command does whose obligations rest on where the person is registered and on their being alive.
 */
export const holdRequests = lockRequests

/**
 * What is asked about somebody who has just been registered with another practice, in that transaction: every open
 * request ends for the practice before and is asked anew of the new one. Where none is known, it comes back to the
 * hospital team, to find another way.
 */
export async function followRegistration(
  tx: Tx,
  actor: ActorOrJob,
  { patientId, practiceId }: Registration,
): Promise<void> {
  if (await findDayOfDeath(tx, patientId)) return
  for (const request of await findUnsettled(tx, { patientId })) {
    if (practiceId) {
      await endForPracticeBefore(tx, actor, request)
      await askAgain(tx, actor, request, practiceId)
    } else if (request.state !== 'declined') await bringBack(tx, actor, request)
  }
}

async function endForPracticeBefore(tx: Tx, actor: ActorOrJob, request: RequestRow): Promise<void> {
  const { patientId, id } = request
  const step = { kind: 'ended', on: today(), note: MOVED, how: 'superseded', why: MOVED } as const
  await recordStep(tx, actor, request, step)
  await recordAccess(tx, { event: 'practice_request.ended', patientId, entityId: id })
}
