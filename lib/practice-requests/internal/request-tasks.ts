import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskClosure } from '@/lib/platform/prisma-client/enums'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { owedFor, REQUEST_TASKS, type RequestState } from '../rules'
import { noticedAfter } from './answer-dates'
import type { RequestRow } from './request-rows'

type Request = Pick<RequestRow, 'id' | 'patientId' | 'practiceTeamId' | 'what' | 'dueOn' | 'answerDueOn'>

/** Closes what was owed for a request. */
export async function closeRequestTasks(
  tx: Tx,
  { id, patientId }: Pick<Request, 'id' | 'patientId'>,
  how: TaskClosure,
  why?: string,
): Promise<void> {
  await closeTasks(tx, { patientId, subjectId: id, kinds: REQUEST_TASKS, how, why })
}

/**
 * Opens what is owed for a request in its state, by the practice or the hospital team.
 *
 * @returns false where a hospital team would owe it and none has the person in care
 */
export async function openRequestTasks(
  tx: Tx,
  request: Request,
  state: RequestState,
  since: CalendarDate,
): Promise<boolean> {
  const { id, patientId, practiceTeamId } = request
  const answerDueOn = fromDatabaseDate(request.answerDueOn)
  const dates = { dueOn: fromDatabaseDate(request.dueOn), answerDueOn, noticedOn: noticedAfter(answerDueOn) }
  const owed = owedFor(state, dates, since)
  const hospitalTeamId = await teamThatFollows(tx, request)
  const tasks = owed.flatMap(({ by, kind, dueOn }) => {
    const teamId = by === 'practice' ? practiceTeamId : hospitalTeamId
    return teamId ? [{ kind, patientId, teamId, dueOn, subjectId: id, detail: request.what }] : []
  })
  await openTasks(tx, tasks)
  return owed.length === 0 || tasks.some(({ kind }) => kind === owed[0]?.kind)
}

/** The team that asked; where its care has ended, another hospital or community team that cares. */
async function teamThatFollows(tx: Tx, { id }: Pick<Request, 'id'>): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ team_id: string | null }[]>`
    select access.team_that_follows(${id}::uuid) as team_id`
  return row?.team_id ?? null
}
