import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient, type CareContext } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { refuseWhileFollowingUp } from '@/lib/follow-up/follow-patient'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { holdRequests } from '@/lib/practice-requests/follow-registration'
import { listTeamTasks, type TeamTask } from '@/lib/tasks/end-team-tasks'
import type { endCareSchema } from './care-schema'
import { listCaringTeams, type CaringTeam } from './current-teams'
import { giveBack } from './internal/give-back'
import { letGo } from './internal/let-go'
import { listReferrals } from './referral'

/**
 * Ends the care of one of the actor's teams, from today: its access ends with it. What it has open is handed to another
 * team or closed; its work in progress is discarded. A referral that it has not answered goes back to the team that referred,
 * as if it had declined.
 *
 * @throws NotFound; NotAllowed if it is the last hospital or community team and the actor is no clinician
 * @throws RuleBroken if something is open and nothing was said about it, or while the team follows the person up
 */
export async function endCare(actor: Actor, input: z.output<typeof endCareSchema>): Promise<null> {
  const { patientId, reason } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'update'])
    await holdRequests(tx, patientId)
    const teamId = actingTeam(context, input.teamId)
    await refuseWhileFollowingUp(tx, { patientId, teamId })
    const others = await otherTeams(tx, context, teamId)
    const handTo = await whatBecomesOfTasks(tx, { ...input, teamId }, others)
    const declined = (await listReferrals(tx, context)).filter((task) => task.teamId === teamId)
    for (const task of declined) await giveBack(tx, actor, { ...task, patientId }, reason)
    const tasks = await letGo(tx, actor, { patientId, teamId, handTo, reason })
    await recordAccess(tx, {
      event: 'care_relationship.ended',
      patientId,
      entityId: teamId,
      detail: {
        tasks: tasks + declined.length,
        handedOver: handTo !== null,
        ...(declined.length > 0 && { referral: 'declined' }),
      },
    })
    return null
  })
}

/** What the page that confirms shows. The last hospital or community team lets go only by a clinician: `mayEnd`. */
export type CareToEnd = { team: CaringTeam; others: CaringTeam[]; tasks: TeamTask[]; mayEnd: boolean }

/** The care of one of the actor's teams, about to be ended. @throws NotFound, NotAllowed */
export async function getCareToEnd(actor: Actor, patientId: string, wanted: string): Promise<CareToEnd> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'update'])
    const teamId = actingTeam(context, wanted)
    const teams = await hospitalTeams(tx, patientId)
    const team = teams.find(({ id }) => id === teamId)
    if (!team) throw new NotFound()
    const others = teams.filter(({ id }) => id !== teamId)
    const tasks = await listTeamTasks(tx, { patientId, teamId })
    return { team, others, tasks, mayEnd: others.length > 0 || isClinician(context) }
  })
}

async function hospitalTeams(tx: Tx, patientId: string): Promise<CaringTeam[]> {
  return (await listCaringTeams(tx, patientId)).filter(({ kind }) => kind !== 'practice')
}

/** The other hospital and community teams. @throws NotAllowed if there are none and only a clinician may go on */
async function otherTeams(tx: Tx, context: CareContext, teamId: string): Promise<CaringTeam[]> {
  const others = (await hospitalTeams(tx, context.patientId)).filter(({ id }) => id !== teamId)
  if (others.length === 0 && !isClinician(context)) throw new NotAllowed('role_may_not', context.patientId)
  return others
}

function isClinician({ roles }: CareContext): boolean {
  return roles.includes('clinician')
}

type Ending = { patientId: string; teamId: string; openTasks: string }

/** The team that is handed what is open, or null if it is closed. */
async function whatBecomesOfTasks(
  tx: Tx,
  { patientId, teamId, openTasks }: Ending,
  others: readonly CaringTeam[],
): Promise<string | null> {
  if (openTasks !== '' && openTasks !== 'close') {
    const team = others.find(({ id }) => id === openTasks)
    if (team) return team.id
  } else if (openTasks === 'close' || (await listTeamTasks(tx, { patientId, teamId })).length === 0)
    return null
  throw new RuleBroken([{ field: 'openTasks', message: 'Select what becomes of what is open' }])
}
