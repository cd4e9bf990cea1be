import 'server-only'
import { resultReviewDays } from '@/lib/care-teams/standards'
import { pathwaysOfTests } from '@/lib/follow-up/live-pathways'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import { londonDate } from '@/lib/nhs/instant'
import { addWorkingDays } from '@/lib/nhs/working-days'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { listOpenOfPatient } from '@/lib/tasks/open-of-patient'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { awaitsReview, isOwedByItself } from '../review-state'
import { oweAlone } from './owed-alone'
import { findResults } from './result-rows'
import { oweTellings } from './telling-tasks'

const holidays = parseBankHolidays(england)

/**
 * Makes the ledger say which results wait for review or to be told: a task for each that does, and none for what was
 * reviewed, told, or gave way to another version. A result that answers a test of a pathway is owed by the pathway, under
 * the test; any other by itself, and so is what takes the result of a test back.
 *
 * @param how why a review that is open is owed no more
 */
export async function oweReviews(tx: Tx, patientId: string, how: TaskClosure): Promise<void> {
  const rows = await findResults(tx, { patientId })
  const open = await listOpenOfPatient(tx, { patientId, kinds: ['review_result', 'tell_result'] })
  const ofPatient = { patientId, rows, open }
  await oweAlone(tx, ofPatient, {
    kind: 'review_result',
    waiting: awaitsReview(rows).filter(isOwedByItself),
    daysOf: resultReviewDays,
    dueOn: (row, days) => addWorkingDays(londonDate(row.recordedAt), days, holidays),
    whyOver: () => how,
  })
  await oweTellings(tx, ofPatient)
  const testIds = rows.flatMap(({ testId }) => testId ?? [])
  for (const pathwayId of await pathwaysOfTests(tx, testIds)) await reconsiderPathway(tx, pathwayId)
}
