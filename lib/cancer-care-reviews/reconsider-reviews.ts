import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { readReviewCourses } from './internal/review-course-rows'
import { lockReviews } from './internal/review-lock'
import { reviewLedgerChange, type EndedReview, type OwedReview } from './owed-reviews'

/** The first thing to do of a command that changes what reviews are reckoned from and touches other tasks too. */
export const holdReviews = lockReviews

/**
 * Brings the ledger in line with what these people's reviews are reckoned from, in the transaction of whatever changed it
 * and after it was written: a diagnosis recorded, changed or voided, a registration, a death or its correction, an
 * invitation, a refusal, an exception, a review. What is owed as before keeps its task.
 */
export async function reconsiderReviews(tx: Tx, patientIds: readonly string[]): Promise<void> {
  if (patientIds.length === 0) return
  await lockReviews(tx, patientIds)
  const courses = await readReviewCourses(tx, patientIds)
  const open = await readOpenReviews(tx, patientIds)
  const day = today()
  const changes = courses.map((course) => reviewLedgerChange(course, open.get(course.patientId) ?? [], day))
  for (const { ended } of changes) for (const task of ended) await end(tx, task)
  await openTasks(
    tx,
    changes.flatMap(({ opened }) => opened),
  )
}

async function end(tx: Tx, { patientId, subjectId, kind, how, why }: EndedReview): Promise<void> {
  await closeTasks(tx, { patientId, subjectId, kinds: [kind], how, why })
}

async function readOpenReviews(tx: Tx, patientIds: readonly string[]): Promise<Map<string, OwedReview[]>> {
  const rows = await tx.$queryRaw<OwedReview[]>`
    select patient_id as "patientId", team_id as "teamId", kind::text, subject_id as "subjectId",
      to_char(due_on, 'YYYY-MM-DD') as "dueOn"
    from access.open_reviews_of(${[...patientIds]}::uuid[])`
  return Map.groupBy(rows, ({ patientId }) => patientId)
}
