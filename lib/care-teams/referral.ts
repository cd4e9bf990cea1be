import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import type { Tx } from '@/lib/platform/database'
import { listTasksOfKind, type OneTask } from '@/lib/tasks/team-task'
import { listCaringTeams, listTeamMembers } from './current-teams'

/** A referral that a team of the actor's has not answered yet. */
export type ReferralToAnswer = {
  team: { id: string; name: string }
  /** Who referred the person; null where that team has let go of them since. */
  from: string | null
  dueOn: CalendarDate
  /** Who could take the person on. */
  members: { staffId: string; name: string }[]
  /** There is another hospital or community team to give the person back to. */
  mayDecline: boolean
}

/** The referral that a team of the actor's is to answer, or null where none is waiting. @throws NotFound, NotAllowed */
export async function findReferral(actor: Actor, patientId: string): Promise<ReferralToAnswer | null> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'update'])
    const [task] = await listReferrals(tx, context)
    if (!task) return null
    const caring = await listCaringTeams(tx, patientId)
    const others = caring.filter(({ id, kind }) => kind !== 'practice' && id !== task.teamId)
    return {
      team: { id: task.teamId, name: caring.find(({ id }) => id === task.teamId)?.name ?? '' },
      from: caring.find(({ id }) => id === task.subjectId)?.name ?? null,
      dueOn: task.dueOn,
      members: await listTeamMembers(tx, task.teamId),
      mayDecline: others.length > 0,
    }
  })
}

/** The referrals of the patient that the actor's teams have still to answer; each is about the team that referred. */
export async function listReferrals(tx: Tx, context: CareContext): Promise<OneTask[]> {
  return listTasksOfKind(tx, {
    patientId: context.patientId,
    teamIds: context.teams.filter(({ role }) => role !== 'gp').map(({ teamId }) => teamId),
    kind: 'receive_referral',
  })
}
