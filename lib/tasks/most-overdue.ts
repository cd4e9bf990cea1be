import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

type Wanted = { teamIds: readonly string[]; kinds: readonly TaskKind[]; skip?: number; take: number }

/**
 * The ids of open tasks of these kinds that teams of the actor's have, most overdue first. By a function of the database: in a
 * query row security would be asked about every open task of the teams before its kind may be looked at.
 *
 * @param wanted `skip`: how many to leave out; `take`: at most how many
 */
export async function mostOverdueTasks(
  tx: Tx,
  { teamIds, kinds, skip = 0, take }: Wanted,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from access.most_overdue_tasks(${[...teamIds]}::uuid[], ${[...kinds]}::task_kind[], ${skip + take}::int, null)
      with ordinality as first (id, place)
    where place > ${skip} order by place`
  return rows.map(({ id }) => id)
}
