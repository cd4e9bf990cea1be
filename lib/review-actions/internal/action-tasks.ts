import 'server-only'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { owedForAction, REVIEW_ACTION_TASKS, type ReviewActionState } from '../rules'
import type { ReviewActionRow } from './action-rows'

type Owing = Pick<ReviewActionRow, 'id' | 'patientId' | 'what' | 'ownerKind'> & {
  dueNow: CalendarDate
  ownerNow: { id: string } | null
}

/**
 * Opens what is owed for an action in its state: by the hospital team that is asked, or by the practice that the person
 * is registered with now. Where there is none, it waits for the practice that is being looked for.
 */
export async function openActionTask(tx: Tx, action: Owing, state: ReviewActionState): Promise<void> {
  const { id, patientId, what, ownerKind, dueNow, ownerNow } = action
  const owed = owedForAction(state, { owner: ownerKind, dueOn: dueNow }, today())
  if (!owed) return
  const practice = owed.by === 'practice' ? await findRegisteredPractice(tx, patientId) : null
  const teamId = owed.by === 'practice' ? practice?.id : ownerNow?.id
  if (!teamId) return
  const detail = ownerKind === 'person' && state === 'open' ? `Ask how it went: ${what}` : what
  await openTasks(tx, [{ kind: owed.kind, patientId, teamId, subjectId: id, dueOn: owed.dueOn, detail }])
}

/** Closes what was owed for an action. */
export async function closeActionTasks(
  tx: Tx,
  { id, patientId }: Pick<Owing, 'id' | 'patientId'>,
  how: TaskClosure,
  why?: string,
): Promise<void> {
  await closeTasks(tx, { patientId, subjectId: id, kinds: REVIEW_ACTION_TASKS, how, why })
}
