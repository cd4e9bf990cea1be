import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { listTeamTasks } from '@/lib/tasks/end-team-tasks'
import { recordEvent } from './internal/record-step'
import { findUnsettled, lockRequests } from './internal/request-rows'

type End = { patientId: string; teamId: string; handTo: string | null; reason: string }

/**
 * What a team asked of practices, as its care ends, in that transaction and before its tasks are: handed over, the other
 * team is the one that asks. Otherwise what the practice declined ends, for nobody is left to find another way; what the
 * practice owes it still owes.
 */
export async function followEndOfCare(tx: Tx, actor: Actor, end: End): Promise<void> {
  const { patientId, teamId, handTo, reason } = end
  await lockRequests(tx, patientId)
  const own = new Set((await listTeamTasks(tx, end)).map(({ subjectId }) => subjectId))
  const unsettled = await findUnsettled(tx, { patientId })
  if (handTo) {
    const handed = unsettled.filter((request) => request.teamId === teamId || own.has(request.id))
    await tx.practiceRequest.updateMany({
      where: { id: { in: handed.map(({ id }) => id) }, patientId },
      data: { teamId: handTo, version: { increment: 1 } },
    })
    return
  }
  for (const request of unsettled.filter(({ id, state }) => state === 'declined' && own.has(id))) {
    const note = `The care of ${request.team.name} has ended: ${reason}`
    await recordEvent(tx, actor, request, { kind: 'ended', on: today(), note })
    await recordAccess(tx, { event: 'practice_request.ended', patientId, entityId: request.id })
  }
}
