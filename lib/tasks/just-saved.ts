import 'server-only'
import { z } from 'zod'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientIdentities } from '@/lib/patients/patient-identity'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { TASK_KINDS } from './task-kinds'
import type { NextAct } from './team-task'

/** What was just saved for a patient: the tasks that it met, and what is open for them next. */
export type JustSaved = { name: string; met: string[]; next: NextAct | null }

type Query = { done?: string | string[]; of?: string | string[] }

const patientOf = z.object({ done: z.literal('saved'), of: z.uuid() })

/** How long ago is just now. */
const JUST_NOW = 2 * 60_000

/** More tasks than these, met at once, are not named. */
const MOST_NAMED = 3

/** What a list says was saved, as `withSaved` asks for it; null where it asks for nothing or nobody the actor may see. */
export async function findJustSaved(actor: Actor, query: Query): Promise<JustSaved | null> {
  const asked = patientOf.safeParse(query)
  if (!asked.success) return null
  const patientId = asked.data.of
  return asActor(actor, async (tx) => {
    const patient = (await getPatientIdentities(tx, [patientId])).get(patientId)
    if (!patient) return null
    await recordAccess(tx, { event: 'worklist.viewed', patientId, detail: { part: 'saved' } })
    return {
      name: patient.name,
      met: await metBy(tx, actor, patientId),
      next: await nextFor(tx, actor, patientId),
    }
  })
}

async function metBy(tx: Tx, { staffId }: Actor, patientId: string): Promise<string[]> {
  const since = new Date(now().getTime() - JUST_NOW)
  const tasks = await tx.task.findMany({
    where: { patientId, closedById: staffId, closure: 'met', closedAt: { gte: since } },
    orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
    take: MOST_NAMED,
    select: { kind: true, detail: true },
  })
  return tasks.map(({ kind, detail }) =>
    detail ? `${TASK_KINDS[kind].act} (${detail})` : TASK_KINDS[kind].act,
  )
}

async function nextFor(tx: Tx, actor: Actor, patientId: string): Promise<NextAct | null> {
  const teams = teamsAs(actor, 'clinician', 'support_worker', 'gp').map(({ teamId }) => teamId)
  const task = await tx.task.findFirst({
    where: { patientId, closedAt: null, teamId: { in: teams } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { kind: true, detail: true, dueOn: true, subjectId: true },
  })
  if (!task) return null
  const { act, page } = TASK_KINDS[task.kind]
  return {
    act,
    detail: task.detail,
    dueOn: fromDatabaseDate(task.dueOn),
    href: page({ patientId, subjectId: task.subjectId }),
  }
}
