import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure, TaskKind } from '@/lib/platform/prisma-client/enums'

type Closing = {
  patientId: string
  /** Only those about this; without it, all of the patient's. */
  subjectId?: string
  /** Only these kinds; without them, all. */
  kinds?: readonly TaskKind[]
  how: TaskClosure
  why?: string
}

/**
 * Closes open obligations, whichever team holds them, in the transaction of the fact that meets or ends them.
 *
 * @returns how many were closed
 */
export async function closeTasks(
  tx: Tx,
  { patientId, subjectId, kinds, how, why }: Closing,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ closed: number }[]>`
    select access.close_tasks(${patientId}::uuid, ${subjectId ?? null}::uuid, ${kinds ? [...kinds] : null}::task_kind[],
      ${how}::task_closure, ${why ?? null}) as closed`
  return row?.closed ?? 0
}

type ClosingAll = { patientId: string; subjectIds: readonly string[]; kind: TaskKind; how: TaskClosure }

/** Closes, as `closeTasks`, what is open of one kind about several things, in one statement. */
export async function closeTasksAbout(
  tx: Tx,
  { patientId, subjectIds, kind, how }: ClosingAll,
): Promise<void> {
  if (subjectIds.length === 0) return
  await tx.$executeRaw`
    select access.close_tasks(${patientId}::uuid, about.subject, array[${kind}]::task_kind[], ${how}::task_closure, null)
    from unnest(${[...subjectIds]}::uuid[]) as about (subject)`
}
