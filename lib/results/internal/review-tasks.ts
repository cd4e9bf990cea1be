import 'server-only'
import { resultReviewDays } from '@/lib/care-teams/standards'
import { pathwaysOfTests } from '@/lib/follow-up/live-pathways'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import { londonDate } from '@/lib/nhs/instant'
import { addWorkingDays } from '@/lib/nhs/working-days'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { knownTests } from '../known-tests'
import { awaitsReview } from '../review-state'
import { nameOfResult } from '../what-was-examined'
import { findResults } from './result-rows'

const holidays = parseBankHolidays(england)

/**
 * Makes the ledger say which results wait for review: a task for each that does, and none for what was reviewed or gave
 * way to another version. A result that answers a test of a pathway is owed by the pathway, under the test; any other by
 * itself.
 *
 * @param how why a task that is open is owed no more
 */
export async function oweReviews(tx: Tx, patientId: string, how: TaskClosure): Promise<void> {
  const rows = await findResults(tx, { patientId })
  const waiting = awaitsReview(rows)
  const alone = rows.filter(({ testId }) => testId === null)
  for (const { id: subjectId } of alone.filter((row) => !waiting.includes(row)))
    await closeTasks(tx, { patientId, subjectId, kinds: ['review_result'], how })
  const tasks = []
  for (const row of waiting.filter((one) => alone.includes(one)))
    tasks.push({
      kind: 'review_result' as const,
      patientId,
      teamId: row.teamId,
      subjectId: row.id,
      detail: nameOfResult(knownTests(), row.analyteCode),
      dueOn: addWorkingDays(londonDate(row.recordedAt), await resultReviewDays(tx, row.teamId), holidays),
    })
  await openTasks(tx, tasks)
  const testIds = rows.flatMap(({ testId }) => testId ?? [])
  for (const pathwayId of await pathwaysOfTests(tx, testIds)) await reconsiderPathway(tx, pathwayId)
}
