import 'server-only'
import { findAnsweringTeam } from '@/lib/care-teams/caring-team'
import { resultReviewDays } from '@/lib/care-teams/standards'
import { pathwaysOfTests } from '@/lib/follow-up/live-pathways'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import { londonDate } from '@/lib/nhs/instant'
import { addWorkingDays } from '@/lib/nhs/working-days'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { closeTasksAbout } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { knownTests } from '../known-tests'
import { awaitsReview } from '../review-state'
import { nameOfResult } from '../what-was-examined'
import { findResults, type ResultRow } from './result-rows'
import { oweTellings } from './telling-tasks'

const holidays = parseBankHolidays(england)

/**
 * Makes the ledger say which results wait for review or to be told: a task for each that does, and none for what was
 * reviewed, told, or gave way to another version. A result that answers a test of a pathway is owed by the pathway, under
 * the test; any other by itself.
 *
 * @param how why a review that is open is owed no more
 */
export async function oweReviews(tx: Tx, patientId: string, how: TaskClosure): Promise<void> {
  const rows = await findResults(tx, { patientId })
  const waiting = awaitsReview(rows).filter(({ testId }) => testId === null)
  const subjectIds = rows.filter((row) => !waiting.includes(row)).map(({ id }) => id)
  await closeTasksAbout(tx, { patientId, subjectIds, kind: 'review_result', how })
  for (const row of waiting) await oweReview(tx, row)
  await oweTellings(tx, patientId, rows)
  const testIds = rows.flatMap(({ testId }) => testId ?? [])
  for (const pathwayId of await pathwaysOfTests(tx, testIds)) await reconsiderPathway(tx, pathwayId)
}

async function oweReview(tx: Tx, row: ResultRow): Promise<void> {
  const { patientId, id: subjectId } = row
  const teamId = await findAnsweringTeam(tx, row)
  if (!teamId) return
  const detail = nameOfResult(knownTests(), row.analyteCode)
  const dueOn = addWorkingDays(londonDate(row.recordedAt), await resultReviewDays(tx, teamId), holidays)
  await openTasks(tx, [{ kind: 'review_result', patientId, teamId, subjectId, detail, dueOn }])
}
