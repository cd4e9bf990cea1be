import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'

/** How many open tasks went back to the lists of their teams. */
export type Released = { releasedTasks: number }

/**
 * Gives back to their teams the open tasks of somebody who can no longer act on them, in the transaction that ends their
 * work in a team or closes their account. The caller administers them, and sees how many there were, not which.
 *
 * @returns how many, and their entries in the access log, to be written in one with the caller's own
 */
export async function releaseTasks(tx: Tx, staffId: string): Promise<Released & { entries: AccessEntry[] }> {
  const released = await tx.$queryRaw<{ task_id: string; patient_id: string }[]>`
    select task_id, patient_id from access.release_tasks(${staffId}::uuid)`
  const entries = released.map(({ task_id: entityId, patient_id: patientId }) => ({
    event: 'task.reassigned' as const,
    patientId,
    entityId,
  }))
  return { releasedTasks: released.length, entries }
}
