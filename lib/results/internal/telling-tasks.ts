import 'server-only'
import { findAnsweringTeam } from '@/lib/care-teams/caring-team'
import { resultTellingDays } from '@/lib/care-teams/standards'
import { tellBy } from '@/lib/follow-up/tell-by'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { closeTasksAbout } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { knownTests } from '../known-tests'
import { reviewsThatStand } from '../review-state'
import { awaitsTelling } from '../telling-state'
import { nameOfResult } from '../what-was-examined'
import type { ResultRow } from './result-rows'

const holidays = parseBankHolidays(england)

/** Makes the ledger say of which results outside a pathway the person has to be told, all the patient's rows given. */
export async function oweTellings(tx: Tx, patientId: string, rows: readonly ResultRow[]): Promise<void> {
  const waiting = awaitsTelling(rows)
  const over = rows.filter((row) => !waiting.includes(row))
  for (const how of ['met', 'superseded'] as const) {
    const ended = over.filter(({ tellings }) => tellings.length > 0 === (how === 'met'))
    const subjectIds = ended.map(({ id }) => id)
    await closeTasksAbout(tx, { patientId, subjectIds, kind: 'tell_result', how })
  }
  for (const row of waiting) await oweTelling(tx, row)
}

async function oweTelling(tx: Tx, row: ResultRow): Promise<void> {
  const { patientId, id: subjectId } = row
  const teamId = await findAnsweringTeam(tx, row)
  const last = reviewsThatStand(row).at(-1)
  if (!teamId || !last) return
  const dueOn = tellBy({
    doneOn: fromDatabaseDate(row.sampledOn),
    reviewedOn: fromDatabaseDate(last.reviewedOn),
    workingDays: await resultTellingDays(tx, teamId),
    holidays,
  })
  const detail = nameOfResult(knownTests(), row.analyteCode)
  await openTasks(tx, [{ kind: 'tell_result', patientId, teamId, subjectId, detail, dueOn }])
}
