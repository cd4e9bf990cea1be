import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** `hasMore`: as many tasks as were looked at are open, so there may be more. */
export type OpenSubjects = { subjects: string[]; hasMore: boolean }

type Wanted = { teamIds: readonly string[]; kinds: readonly TaskKind[]; most: number }

/**
 * What teams of the actor's have open tasks of these kinds about, earliest due first, each once.
 *
 * @param wanted `most`: how many tasks are looked at
 */
export async function listOpenSubjects(tx: Tx, { teamIds, kinds, most }: Wanted): Promise<OpenSubjects> {
  const tasks = await tx.task.findMany({
    where: { teamId: { in: [...teamIds] }, kind: { in: [...kinds] }, closedAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { subjectId: true },
    take: most,
  })
  return { subjects: [...new Set(tasks.map(({ subjectId }) => subjectId))], hasMore: tasks.length === most }
}
