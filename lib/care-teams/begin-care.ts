import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { addDays } from '@/lib/nhs/calendar-date'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { holdRequests } from '@/lib/practice-requests/follow-registration'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import type { beginCareSchema } from './care-schema'

/** Somebody newly referred is looked at within a week: our own standard, with no national one. */
const DAYS_TO_ANSWER_REFERRAL = 7

/**
 * Refers a patient to another hospital or community team, which has them in its care from today, beside those that have,
 * and owes an answer. A referral that another team declined is replaced with this.
 *
 * @throws NotFound, NotAllowed; RuleBroken if it is no such team or has the patient in care
 *   already, or the person has died
 */
export async function beginCare(
  actor: Actor,
  { patientId, teamId }: z.output<typeof beginCareSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'create'])
    await holdRequests(tx, patientId)
    if (await findDayOfDeath(tx, patientId))
      throw new RuleBroken('This person has died. Nobody is referred any more')
    const team = await tx.team.findFirst({ where: { id: teamId, kind: { not: 'practice' } } })
    if (!team) throw new RuleBroken([{ field: 'teamId', message: 'Select the team' }])
    const [row] = await tx.$queryRaw<{ begun: string | null }[]>`
      select access.begin_care(${patientId}::uuid, ${teamId}::uuid, 'referral', ${today()}::date) as begun`
    if (!row?.begun) {
      throw new RuleBroken([{ field: 'teamId', message: 'This team has the patient in care already' }])
    }
    await openTasks(tx, [
      {
        kind: 'receive_referral',
        patientId,
        teamId,
        dueOn: addDays(today(), DAYS_TO_ANSWER_REFERRAL),
        // The team that refers: to it the person goes back where the other declines.
        subjectId: actingTeam(context),
      },
    ])
    await closeTasks(tx, { patientId, kinds: ['replace_declined_referral'], how: 'met' })
    await recordAccess(tx, {
      event: 'care_relationship.began',
      patientId,
      entityId: row.begun,
      detail: { basis: 'referral', team: team.code },
    })
    return null
  })
}
