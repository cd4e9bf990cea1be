import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { isUuid } from '@/lib/access/care-context'
import { taskForChange } from './task-for-change'

/** One open task, with who it is about and who could own it. @throws NotFound */
export async function getTask(actor: Actor, taskId: string) {
  if (!isUuid(taskId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, taskId)
    const patient = await tx.patient.findUniqueOrThrow({ where: { id: task.patientId } })
    const members = await tx.staff.findMany({
      where: {
        disabledAt: null,
        memberships: {
          some: {
            teamId: task.teamId,
            OR: [{ endedOn: null }, { endedOn: { gt: toDatabaseDate(today()) } }],
          },
        },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
      select: { id: true, givenName: true, familyName: true },
    })
    await recordAccess(tx, {
      event: 'patient.page_viewed',
      patientId: task.patientId,
      entityId: task.id,
      detail: { page: 'task' },
    })
    return {
      ...task,
      patientName: formatNameForStaff(patient),
      nhsNumber: patient.nhsNumber,
      bornOn: fromDatabaseDate(patient.bornOn),
      members: members.map((member) => ({ id: member.id, name: `${member.givenName} ${member.familyName}` })),
    }
  })
}
