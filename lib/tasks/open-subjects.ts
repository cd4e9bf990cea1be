import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { mostOverdueTasks } from './most-overdue'

/** `hasMore`: as many tasks as were looked at are open, so there may be more. */
export type OpenSubjects = { subjects: string[]; hasMore: boolean }

type Wanted = { teamIds: readonly string[]; kinds: readonly TaskKind[]; most: number }

/**
 * What teams of the actor's have open tasks of these kinds about, earliest due first, each once.
 *
 * @param wanted `most`: how many tasks are looked at
 */
export async function listOpenSubjects(tx: Tx, { teamIds, kinds, most }: Wanted): Promise<OpenSubjects> {
  const found = await mostOverdueTasks(tx, { teamIds, kinds, take: most })
  const tasks = await tx.task.findMany({
    where: { id: { in: found } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { subjectId: true },
  })
  return { subjects: [...new Set(tasks.map(({ subjectId }) => subjectId))], hasMore: tasks.length === most }
}
