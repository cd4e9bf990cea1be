import 'server-only'
import { findAnsweringTeam } from '@/lib/care-teams/caring-team'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { closeTasksAbout } from '@/lib/tasks/close-tasks'
import { openTasks, type NewTask } from '@/lib/tasks/open-task'
import type { OpenOfPatient } from '@/lib/tasks/open-of-patient'
import { knownTests } from '../known-tests'
import { nameOfResult } from '../what-was-examined'
import type { ResultRow } from './result-rows'

/** All results of a patient, and what is open about them. */
export type OfPatient = {
  patientId: string
  rows: readonly ResultRow[]
  open: readonly OpenOfPatient[]
}

/** What is owed of results that answer no test of a pathway: one kind of task, under the result's own id. */
export type OwedAlone = {
  kind: 'review_result' | 'tell_result'
  waiting: readonly ResultRow[]
  /** How many working days a team gives itself for it. */
  daysOf: (tx: Tx, teamId: string) => Promise<number>
  dueOn: (row: ResultRow, days: number) => CalendarDate
  /** Why what is open of a result and owed no more is closed. */
  whyOver: (row: ResultRow) => TaskClosure
}

/** Opens and closes what differs, and leaves the rest alone: of hundreds of results one came. */
export async function oweAlone(tx: Tx, { patientId, rows, open }: OfPatient, owed: OwedAlone): Promise<void> {
  const { kind, waiting, whyOver } = owed
  const standing = open.filter((task) => task.kind === kind)
  const subjects = new Set(standing.map(({ subjectId }) => subjectId))
  const stillOwed = new Set(waiting)
  const over = rows.filter((row) => subjects.has(row.id) && !stillOwed.has(row))
  for (const [how, ended] of Map.groupBy(over, whyOver))
    await closeTasksAbout(tx, { patientId, subjectIds: ended.map(({ id }) => id), kind, how })
  const held = new Set(standing.map(({ subjectId, teamId }) => `${subjectId} ${teamId}`))
  const wanted = await wantedTasks(tx, owed)
  await openTasks(
    tx,
    wanted.filter(({ subjectId, teamId }) => !held.has(`${subjectId} ${teamId}`)),
  )
}

/** One for each result whose team, or another of its organisation, has the patient in care. */
async function wantedTasks(tx: Tx, { kind, waiting, daysOf, dueOn }: OwedAlone): Promise<NewTask[]> {
  const tasks: NewTask[] = []
  for (const [, rows] of Map.groupBy(waiting, ({ teamId }) => teamId)) {
    const [first] = rows
    const teamId = first && (await findAnsweringTeam(tx, first))
    if (!teamId) continue
    const days = await daysOf(tx, teamId)
    for (const row of rows) {
      const detail = nameOfResult(knownTests(), row.analyteCode)
      tasks.push({
        kind,
        patientId: row.patientId,
        teamId,
        subjectId: row.id,
        detail,
        dueOn: dueOn(row, days),
      })
    }
  }
  return tasks
}
