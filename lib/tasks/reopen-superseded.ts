import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { openTasks } from './open-task'

type Wanted = { patientId: string; subjectId: string; kind: TaskKind }

/**
 * Opens again, under the date and for whom it was, what something later took the place of, as that is no more. What was
 * met or given up since stays closed.
 */
export async function reopenSuperseded(tx: Tx, { patientId, subjectId, kind }: Wanted): Promise<void> {
  const last = await tx.task.findFirst({
    where: { patientId, subjectId, kind },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  })
  if (last?.closure !== 'superseded') return
  const { teamId, ownerStaffId, dueOn, detail } = last
  await openTasks(tx, [
    { kind, patientId, teamId, ownerStaffId, dueOn: fromDatabaseDate(dueOn), subjectId, detail },
  ])
}
