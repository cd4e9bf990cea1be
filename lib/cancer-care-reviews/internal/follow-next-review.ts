import 'server-only'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'

type Following = { patientId: string; diagnosisId: string; teamId: string; how: TaskClosure }

/** Reviews after a diagnosis that stand, the latest first. */
async function standingReviews(tx: Tx, patientId: string, diagnosisId: string) {
  const reviews = await tx.cancerCareReview.findMany({
    where: { patientId, diagnosisId },
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    select: { id: true, heldOn: true, nextReviewOn: true },
  })
  const voided = await listVoidedFacts(tx, patientId, 'cancer_care_review')
  return reviews.filter(({ id }) => !voided.has(id))
}

/** What the last review that stands agreed about the next one is owed, and nothing that an earlier one did. */
export async function followNextReview(
  tx: Tx,
  { patientId, diagnosisId, teamId, how }: Following,
): Promise<void> {
  await closeTasks(tx, { patientId, subjectId: diagnosisId, kinds: ['hold_agreed_review'], how })
  const [latest] = await standingReviews(tx, patientId, diagnosisId)
  if (!latest?.nextReviewOn || (await findDayOfDeath(tx, patientId))) return
  const dueOn = fromDatabaseDate(latest.nextReviewOn)
  await openTasks(tx, [{ kind: 'hold_agreed_review', patientId, teamId, subjectId: diagnosisId, dueOn }])
}
