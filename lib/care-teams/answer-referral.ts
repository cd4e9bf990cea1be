import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
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
 * had open goes back, and the team that referred finds another way.
 *
 * @throws NotFound, also if the referral was answered already; NotAllowed
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
    if (answer === 'accepted') await meetTask(tx, actor, task, await takenOnBy(tx, task, input.staffId))
    else await decline(tx, actor, { ...task, patientId }, input.reason ?? '')
    await recordAccess(tx, {
      event: answer === 'accepted' ? 'care_relationship.accepted' : 'care_relationship.ended',
      patientId,
      entityId: task.teamId,
      detail: { referral: answer },
    })
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

async function decline(
  tx: Tx,
  actor: Actor,
  task: OneTask & { patientId: string },
  reason: string,
): Promise<void> {
  const { patientId, teamId } = task
  const backTo = await giveBack(tx, actor, task, reason)
  if (!backTo) throw new RuleBroken('No other team has this person in care. Take them on, or end the care')
  await letGo(tx, actor, { patientId, teamId, handTo: backTo, reason })
}
