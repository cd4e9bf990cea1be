import 'server-only'
import { resultReviewDays } from '@/lib/care-teams/standards'
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
import type { ResultRow } from './result-rows'

const holidays = parseBankHolidays(england)

/** What a task about a result is about: the test that it answers, or itself where none was due. */
export function subjectOf({ testId, id }: Pick<ResultRow, 'testId' | 'id'>): string {
  return testId ?? id
}

/**
 * Makes the ledger say which results wait for review: a task for each that does, and none for what was reviewed or gave
 * way to another version.
 *
 * @param how why a task that is open is owed no more
 */
export async function owe(
  tx: Tx,
  patientId: string,
  rows: readonly ResultRow[],
  how: TaskClosure,
): Promise<void> {
  const waiting = awaitsReview(rows)
  const owed = new Set(waiting.map(subjectOf))
  const settled = new Set(rows.map(subjectOf).filter((subject) => !owed.has(subject)))
  for (const subjectId of settled)
    await closeTasks(tx, { patientId, subjectId, kinds: ['review_result'], how })
  const tasks = []
  for (const row of waiting)
    tasks.push({
      kind: 'review_result' as const,
      patientId,
      teamId: row.teamId,
      subjectId: subjectOf(row),
      detail: nameOfResult(knownTests(), row.analyteCode),
      dueOn: addWorkingDays(londonDate(row.recordedAt), await resultReviewDays(tx, row.teamId), holidays),
    })
  await openTasks(tx, tasks)
}
