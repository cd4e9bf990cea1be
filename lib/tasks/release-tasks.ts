import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'

/** How many open tasks went back to the lists of their teams. */
export type Released = { releasedTasks: number }

/**
 * Gives back to their teams the open tasks of somebody who can no longer act on them, in the transaction that ends their
 * work in a team or closes their account, with the actions of care plans that were theirs to do. The caller administers them, and sees how many there were, not which.
 *
 * @returns how many, and their entries in the access log, to be written in one with the caller's own
 */
export async function releaseTasks(tx: Tx, staffId: string): Promise<Released & { entries: AccessEntry[] }> {
  const released = await tx.$queryRaw<{ task_id: string; patient_id: string; action_id: string | null }[]>`
    select task_id, patient_id, action_id from access.release_tasks(${staffId}::uuid)`
  const entries = released.flatMap(({ task_id, patient_id: patientId, action_id }): AccessEntry[] => [
    { event: 'task.reassigned', patientId, entityId: task_id },
    ...(action_id
      ? [{ event: 'action.changed' as const, patientId, entityId: action_id, detail: { step: 'reassigned' } }]
      : []),
  ])
  return { releasedTasks: released.length, entries }
}
