import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { TaskClosure, TaskKind } from '@/lib/platform/prisma-client/enums'

/** What happened to a task. An owner that is null is the team. */
type Step =
  | { step: 'opened' }
  | { step: 'reassigned'; from: string | null; to: string | null }
  | { step: 'postponed'; from: CalendarDate; to: CalendarDate }
  | { step: 'closed'; how: TaskClosure }

/** One thing that happened to a task, who did it and, where they said so, why. */
export type TaskFact = Step & {
  key: string
  at: Date
  by: string
  reason: string | null
  task: { kind: TaskKind; detail: string | null }
}

/** More than these are in the access log: nobody reads so far back to know what to do next. */
const TASKS_SHOWN = 200

const withEvents = { events: { orderBy: { id: 'asc' } } } satisfies Prisma.TaskInclude
type TaskRow = Prisma.TaskGetPayload<{ include: typeof withEvents }>
type Name = (id: string | null) => string

/**
 * What was done, by whom and why, with everything that the actor's teams had open about a person: handed on, moved,
 * met or closed. Newest first.
 *
 * @throws NotFound, NotAllowed
 */
export async function getTasksOfPatient(actor: Actor, patientId: string): Promise<TaskFact[]> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['task', 'read'])
    const tasks = await tx.task.findMany({
      where: { patientId },
      include: withEvents,
      orderBy: { id: 'desc' },
      take: TASKS_SHOWN,
    })
    return newestFirst((await factsOf(tx, tasks)).filter(({ step }) => step !== 'opened'))
  })
}

/** What happened to one task since it was opened, newest first. */
export async function listTaskFacts(tx: Tx, taskId: string): Promise<TaskFact[]> {
  return newestFirst(
    await factsOf(tx, await tx.task.findMany({ where: { id: taskId }, include: withEvents })),
  )
}

/**
 * What of these kinds the actor's teams closed with a reason and nothing has taken the place of since, newest first: where
 * the record shows what there is, it says with this what there is not, and why.
 */
export async function listGivenUp(
  tx: Tx,
  patientId: string,
  kinds: readonly TaskKind[],
): Promise<TaskFact[]> {
  const tasks = await tx.task.findMany({
    where: { patientId, kind: { in: [...kinds] } },
    include: withEvents,
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })
  const last = new Map(tasks.map((task) => [`${task.kind} ${task.subjectId}`, task]))
  const givenUp = [...last.values()].filter(({ closure }) => closure === 'with_reason')
  return newestFirst((await factsOf(tx, givenUp)).filter(({ step }) => step === 'closed'))
}

async function factsOf(tx: Tx, tasks: readonly TaskRow[]): Promise<TaskFact[]> {
  const events = tasks.flatMap((task) => task.events)
  const name = await staffNames(tx, [
    ...tasks.flatMap((task) => [task.openedById, task.closedById]),
    ...events.flatMap((event) => [event.recordedById, event.ownerFromId, event.ownerToId]),
  ])
  return tasks.flatMap((task) => [
    openingOf(task, name),
    ...task.events.flatMap((event) => eventFact(task, event, name)),
    ...closingOf(task, name),
  ])
}

function openingOf(task: TaskRow, name: Name): TaskFact {
  const { kind, detail, openedAt, openedById } = task
  const key = `${task.id} opened`
  return { key, step: 'opened', at: openedAt, by: name(openedById), reason: null, task: { kind, detail } }
}

function closingOf(task: TaskRow, name: Name): TaskFact[] {
  const { kind, detail, closedAt, closedById, closure, closedReason } = task
  if (!closedAt || !closure) return []
  const said = { at: closedAt, by: name(closedById), reason: closedReason, task: { kind, detail } }
  return [{ ...said, key: `${task.id} closed`, step: 'closed', how: closure }]
}

function eventFact(task: TaskRow, event: TaskRow['events'][number], name: Name): TaskFact[] {
  const { id, recordedAt, recordedById, reason, dueFrom, dueTo, ownerFromId, ownerToId } = event
  const { kind, detail } = task
  const said = { key: id, at: recordedAt, by: name(recordedById), reason, task: { kind, detail } }
  const owner = (staffId: string | null) => (staffId === null ? null : name(staffId))
  if (event.kind === 'reassigned')
    return [{ ...said, step: 'reassigned', from: owner(ownerFromId), to: owner(ownerToId) }]
  if (!dueFrom || !dueTo) return []
  return [{ ...said, step: 'postponed', from: fromDatabaseDate(dueFrom), to: fromDatabaseDate(dueTo) }]
}

function newestFirst(facts: TaskFact[]): TaskFact[] {
  return facts.sort((one, other) => +other.at - +one.at || (one.key < other.key ? 1 : -1))
}
