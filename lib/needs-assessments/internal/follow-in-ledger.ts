import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import type { LedgerChange, Obligation } from '../offer-rules'

type Following = {
  patientId: string
  /** The team that owes what is opened. */
  teamId: string
  /** Who of that team is to record an assessment that was accepted; the team as a whole without it. */
  recorderId?: string
  change: LedgerChange
  /** How a task of the kind is closed. */
  closures: Record<Obligation['kind'], TaskClosure>
}

/** Closes and opens what a fact about assessments leaves no longer, or newly, to be done. */
export async function followInLedger(tx: Tx, following: Following): Promise<void> {
  const { patientId, teamId, recorderId, change, closures } = following
  for (const how of new Set(change.close.map((kind) => closures[kind]))) {
    const kinds = change.close.filter((kind) => closures[kind] === how)
    await closeTasks(tx, { patientId, kinds, how })
  }
  const opened = change.open.map(({ kind, dueOn }) => ({
    kind,
    patientId,
    teamId,
    dueOn,
    ownerStaffId: kind === 'record_assessment' ? recorderId : null,
  }))
  await openTasks(tx, opened)
}
