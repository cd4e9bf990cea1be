import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { listClosedByDeath, type TaskClosedByDeath } from '@/lib/tasks/reopen-after-death'
import { getRecord } from './internal/change-record'
import { getPatientIdentity, type PatientIdentity } from './patient-identity'
import { getPatientPage } from './record/patient-page'

/**
 * Whether somebody has died, and what that closed. `openTasks`: how many things a recorded death would close; null for
 * a practice, which sees its own alone.
 */
export type DeathView = PatientIdentity & {
  diedOn: CalendarDate | null
  version: number
  openTasks: number | null
  closedTasks: TaskClosedByDeath[]
  mayCorrect: boolean
}

/** What the page about a death shows. @throws NotFound, NotAllowed */
export async function getDeath(actor: Actor, patientId: string): Promise<DeathView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['death', 'create'])
    const { diedOn, version } = await getRecord(tx, patientId)
    const seesAll = context.roles.some((role) => role !== 'gp')
    const [open] = await tx.$queryRaw<{ count: number }[]>`
      select count(*)::integer as count from access.open_tasks_of(${patientId}::uuid)`
    return {
      ...(await getPatientIdentity(tx, patientId)),
      diedOn,
      version,
      openTasks: seesAll ? (open?.count ?? 0) : null,
      closedTasks: diedOn ? await listClosedByDeath(tx, patientId) : [],
      mayCorrect: mayUnderCare(context, 'death', 'void').allowed,
    }
  })
}
