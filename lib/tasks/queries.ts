import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listTeamMembers } from '@/lib/care-teams/current-teams'
import { getPatientIdentity } from '@/lib/patients/patient-identity'
import { NotFound } from '@/lib/platform/errors'
import { isUuid } from '@/lib/access/care-context'
import { taskForChange } from './task-for-change'
import { listTaskFacts } from './task-history'

/** One open task, with who it is about, who could own it and what happened to it so far. @throws NotFound */
export async function getTask(actor: Actor, taskId: string) {
  if (!isUuid(taskId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, taskId)
    const patient = await getPatientIdentity(tx, task.patientId)
    const members = await listTeamMembers(tx, task.teamId)
    const history = await listTaskFacts(tx, task.id)
    await recordAccess(tx, {
      event: 'patient.page_viewed',
      patientId: task.patientId,
      entityId: task.id,
      detail: { page: 'task' },
    })
    return { ...task, patient, members, history }
  })
}
