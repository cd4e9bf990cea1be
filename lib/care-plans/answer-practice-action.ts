import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import { addDays } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken, Stale } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { openAskedAction } from './internal/asked-action'
import type { answerPracticeActionSchema } from './schema'

/** An action that the practice cannot do needs somebody else within a week: our own standard, with no national one. */
const DAYS_TO_FIND_ANOTHER_WAY = 7

type Input = z.infer<typeof answerPracticeActionSchema>

/**
 * The practice says that it has done what it was asked, or that it cannot and why; the hospital team then finds
 * another way.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if the hospital team changed the action since it was shown
 * @throws RuleBroken if it is answered already, or the reason is missing
 */
export async function answerPracticeAction(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    const { actionId } = input
    const { patientId } = await openAskedAction(tx, actor, actionId, 'update')
    const faults = answerFaults(input)
    if (faults.length > 0) throw new RuleBroken(faults)
    // Closing its task first keeps a colleague who answers at this moment waiting; so what they said is seen here.
    await closeTasks(tx, { patientId, subjectId: actionId, kinds: ['answer_practice_request'], how: 'met' })
    const action = await openAskedAction(tx, actor, actionId, 'update')
    if (action.version !== input.version) throw new Stale(action.team.name, action.updatedAt)
    if (action.state !== 'open') throw new RuleBroken('This has been answered already')
    await tx.actionEvent.create({
      data: {
        id: uuidv7(),
        patientId,
        actionId,
        kind: input.answer,
        on: toDatabaseDate(input.answer === 'done' ? input.on : today()),
        note: input.answer === 'done' ? input.note : input.reason,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    })
    if (input.answer === 'declined') await askHospitalTeam(tx, action)
    await recordAccess(tx, {
      event: input.answer === 'done' ? 'action.finished' : 'action.declined',
      patientId,
      entityId: actionId,
      detail: { by: 'practice' },
    })
    return null
  })
}

function answerFaults({ answer, reason }: Input): FieldError[] {
  return answer === 'declined' && reason === null
    ? [{ field: 'reason', message: 'Enter why the practice cannot do it' }]
    : []
}

/** The team whose plan it is; where that team's care has ended, every other hospital team that cares. */
async function askHospitalTeam(
  tx: Tx,
  action: { id: string; patientId: string; teamId: string; what: string },
): Promise<void> {
  const teams = (await listCaringTeams(tx, action.patientId)).filter((team) => team.kind !== 'practice')
  const own = teams.filter((team) => team.id === action.teamId)
  await openTasks(
    tx,
    (own.length > 0 ? own : teams).map((team) => ({
      kind: 'reassign_declined_action',
      patientId: action.patientId,
      teamId: team.id,
      dueOn: addDays(today(), DAYS_TO_FIND_ANOTHER_WAY),
      subjectId: action.id,
      detail: action.what,
    })),
  )
}
