import 'server-only'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { createRequest, insertRequest } from './new-request'
import { recordStep } from './record-step'
import type { RequestRow } from './request-rows'

const LEFT = 'The person left the practice, and no other is known'

/** Asks the practice of now what was asked before; without one, the request comes back to the hospital team at once. */
export async function askAgain(
  tx: Tx,
  actor: ActorOrJob,
  request: RequestRow,
  practiceId: string | null,
): Promise<void> {
  const { patientId } = request
  const anew = practiceId
    ? await createRequest(tx, actor, { ...request, practiceTeamId: practiceId })
    : await insertRequest(tx, actor, request)
  await recordAccess(tx, { event: 'practice_request.asked', patientId, entityId: anew.id })
  if (!practiceId) await bringBack(tx, actor, anew)
}

/** Nobody is there to answer: as if the practice had said that it cannot. */
export async function bringBack(tx: Tx, actor: ActorOrJob, request: RequestRow): Promise<void> {
  const { patientId, id } = request
  const step = { kind: 'declined', on: today(), note: LEFT, how: 'superseded', why: LEFT } as const
  await recordStep(tx, actor, request, step)
  await recordAccess(tx, {
    event: 'practice_request.declined',
    patientId,
    entityId: id,
    detail: { by: 'registration' },
  })
}
