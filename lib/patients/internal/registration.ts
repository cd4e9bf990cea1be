import 'server-only'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { shareStandingPlans } from '@/lib/care-plans/share-standing-plans'
import { holdReviews, reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { registerWithPractices } from '@/lib/care-teams/practices'
import { practiceToFind } from '@/lib/patients/first-tasks'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { followRegistration, holdRequests } from '@/lib/practice-requests/follow-registration'
import { holdReviewActions, moveReviewActions } from '@/lib/review-actions/follow-registration'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks, type NewTask } from '@/lib/tasks/open-task'
import { sendStandingSummaries } from '@/lib/treatment-summaries/send-standing-summaries'

type Move = {
  patientId: string
  /** The team of the new practice; null where nobody knows it. */
  practiceId: string | null
  /** The hospital team that answers for what is left over. */
  teamId: string
}

/**
 * Moves a person's registration. The practice before loses its access at once and owes nothing any more; what it was
 * asked to do comes back to the team that asked. The new practice gets the plans that stand agreed and the summaries that
 * stand signed, and owes the cancer care reviews that are still to be held.
 */
export async function moveRegistration(tx: Tx, actor: ActorOrJob, move: Move): Promise<void> {
  const { patientId, practiceId, teamId } = move
  await holdRequests(tx, patientId)
  await holdReviews(tx, [patientId])
  await holdReviewActions(tx, patientId)
  const left = await endPracticeTasks(tx, move)
  await registerWithPractices(tx, [{ patientId, practiceId }])
  await followRegistration(tx, actor, { patientId, practiceId })
  await moveReviewActions(tx, { patientId, practiceId })
  await reconsiderReviews(tx, [patientId])
  await openTasks(tx, practiceId ? left : [...left, practiceToFind(patientId, teamId, today())])
  if (!practiceId) return
  await closeTasks(tx, { patientId, kinds: ['find_practice'], how: 'met' })
  await shareStandingPlans(tx, actor, patientId)
  await sendStandingSummaries(tx, actor, patientId)
}

/** Ends what the practice had open. @returns what it had been asked to do, as tasks of those who asked */
async function endPracticeTasks(tx: Tx, { patientId, teamId }: Move): Promise<NewTask[]> {
  const ended = await tx.$queryRaw<
    { kind: TaskKind; subject_id: string; detail: string | null; asking_team_id: string | null }[]
  >`select kind::text, subject_id, detail, asking_team_id from access.end_practice_tasks(${patientId}::uuid)`
  return ended
    .filter(({ kind }) => kind === 'answer_practice_request')
    .map(({ subject_id, detail, asking_team_id }) => ({
      kind: 'reassign_declined_action' as const,
      patientId,
      teamId: asking_team_id ?? teamId,
      subjectId: subject_id,
      detail,
      dueOn: today(),
    }))
}
