import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import type { TaskUnderChange } from '@/lib/tasks/task-for-change'
import type { Followed, TaskStep } from '@/lib/tasks/task-step'
import { discardSummaryDrafts } from './discard-summary-drafts'

/** Discards what a team has written and not signed, where the task to write and sign it is closed. */
export async function followPreparingTask(
  tx: Tx,
  actor: Actor,
  { patientId, teamId, subjectId: diagnosisId }: TaskUnderChange,
  step: TaskStep,
): Promise<Followed> {
  if (step.kind !== 'closed') return { entries: [] }
  return { entries: await discardSummaryDrafts(tx, actor, { patientId, teamId, diagnosisId }) }
}
