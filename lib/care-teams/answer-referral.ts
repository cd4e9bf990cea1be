import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import { recordAccess, type AccessEntry } from '@/lib/access-log/record-access'
import { giveBackFollowUp } from '@/lib/follow-up/give-back-follow-up'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { meetTask, type OneTask } from '@/lib/tasks/team-task'
import type { answerReferralSchema } from './care-schema'
import { listTeamMembers } from './current-teams'
import { giveBack } from './internal/give-back'
import { letGo } from './internal/let-go'
import { listReferrals } from './referral'

type Input = z.output<typeof answerReferralSchema>

/**
 * A team that somebody was referred to takes them on, and says who; or declines, with the reason: its care ends, what it
 * had open goes back, with the follow-up that was transferred to it, and the team that referred finds another way.
 *
 * @throws NotFound, also if the referral was answered already; NotAllowed, also if follow-up goes back and the actor is no clinician
 * @throws RuleBroken if nobody of the team takes the person on, the reason is missing, or no other team has them in care
 */
export async function answerReferral(actor: Actor, input: Input): Promise<null> {
  const { patientId, answer } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'update'])
    const task = (await listReferrals(tx, context)).find(({ teamId }) => teamId === input.teamId)
    if (!task) throw new NotFound()
    const faults = answerFaults(input)
    if (faults.length > 0) throw new RuleBroken(faults)
    const entry = { patientId, entityId: task.teamId, detail: { referral: answer } }
    if (answer === 'accepted') {
      await meetTask(tx, actor, task, await takenOnBy(tx, task, input.staffId))
      await recordAccess(tx, { event: 'care_relationship.accepted', ...entry })
    } else {
      const moved = await decline(tx, actor, context, { ...task, reason: input.reason ?? '' })
      await recordAccess(tx, { event: 'care_relationship.ended', ...entry }, ...moved)
    }
    return null
  })
}

function answerFaults({ answer, staffId, reason }: Input): FieldError[] {
  if (answer === 'accepted' && staffId === '')
    return [{ field: 'staffId', message: 'Select who takes the person on' }]
  if (answer === 'declined' && reason === null)
    return [{ field: 'reason', message: 'Enter why your team cannot take the person on' }]
  return []
}

async function takenOnBy(tx: Tx, { teamId }: OneTask, staffId: string): Promise<string> {
  const member = (await listTeamMembers(tx, teamId)).find((each) => each.staffId === staffId)
  if (member) return `Taken on by ${member.name}`
  throw new RuleBroken([{ field: 'staffId', message: 'Select a member of the team who works there today' }])
}

/** The follow-up that was transferred to the team meanwhile goes the way of what it had open. @returns entries of it */
async function decline(
  tx: Tx,
  actor: Actor,
  context: CareContext,
  task: OneTask & { reason: string },
): Promise<AccessEntry[]> {
  const { patientId } = context
  const { teamId, reason } = task
  const backTo = await giveBack(tx, actor, { ...task, patientId }, reason)
  if (!backTo) throw new RuleBroken('No other team has this person in care. Take them on, or end the care')
  const moved = await giveBackFollowUp(tx, actor, context, { teamId, backTo, reason })
  await letGo(tx, actor, { patientId, teamId, handTo: backTo, reason })
  return moved
}
