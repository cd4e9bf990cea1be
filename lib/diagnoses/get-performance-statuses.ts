import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { PerformanceStatus } from './diagnosis'
import { listPerformanceStatuses } from './queries'

export type PerformanceStatusesView = {
  /** The latest first; those recorded in error too. */
  statuses: PerformanceStatus[]
  mayRecord: boolean
  mayVoid: boolean
}

/** How well the person was, over time. @throws NotFound, NotAllowed */
export async function getPerformanceStatuses(
  actor: Actor,
  patientId: string,
): Promise<PerformanceStatusesView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', 'read'])
    return {
      statuses: await listPerformanceStatuses(tx, patientId),
      mayRecord: mayUnderCare(context, 'diagnosis', 'create').allowed,
      mayVoid: mayUnderCare(context, 'diagnosis', 'void').allowed,
    }
  })
}

/** One of them, to be marked as recorded in error. @throws NotFound, NotAllowed */
export async function getPerformanceStatusToVoid(
  actor: Actor,
  patientId: string,
  performanceStatusId: string,
): Promise<PerformanceStatus> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['diagnosis', 'void'])
    const statuses = await listPerformanceStatuses(tx, patientId)
    const found = statuses.find(({ id }) => id === performanceStatusId)
    if (!found) throw new NotFound()
    return found
  })
}
