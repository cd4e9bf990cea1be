import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { withdrawActionTasks } from './internal/action-tasks'
import { findActionOf, refuseStaleAction } from './internal/action-under-change'
import { faultsBeforeAssessment } from './internal/plan-dates'
import { planForChange } from './internal/plan-under-change'
import { isFinished } from './rules'
import { OUTCOME_MISSING, REASON_MISSING, type finishActionSchema } from './schema'

type Input = z.infer<typeof finishActionSchema>

/**
 * Finishes an action: done, with what came of it and the concern scored again, or not needed, with the reason. What is
 * owed for it is met.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if it is finished already, or the outcome or the reason is missing
 */
export async function finishAction(actor: Actor, input: Input): Promise<{ planId: string }> {
  const { patientId, actionId, version } = input
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, { patientId, actionId }, ['action', 'update'])
    const { action } = findActionOf(plan, actionId)
    if (isFinished(action.state)) throw new RuleBroken('This action is finished already')
    const dated = { field: 'on', subject: 'Date', on: input.on }
    const faults = [...finishFaults(input), ...faultsBeforeAssessment(plan, dated)]
    if (faults.length > 0) throw new RuleBroken(faults)
    const { count } = await tx.action.updateMany({
      where: { id: actionId, patientId, version },
      data: { version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
    })
    if (count !== 1) await refuseStaleAction(tx, { patientId, actionId }, [])
    await tx.actionEvent.create({
      data: {
        ...finishedFacts(input),
        id: uuidv7(),
        patientId,
        actionId,
        on: toDatabaseDate(input.on),
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    })
    await closeTasks(tx, {
      patientId,
      subjectId: actionId,
      kinds: ['complete_action', 'reassign_declined_action'],
      how: 'met',
    })
    await withdrawActionTasks(tx, { patientId, actionId, why: 'The hospital team finished the action' })
    await recordAccess(tx, {
      event: 'action.finished',
      patientId,
      entityId: actionId,
      detail: { result: input.result },
    })
    return { planId: plan.id }
  })
}

function finishFaults({ result, outcome, reason }: Input): FieldError[] {
  if (result === 'done' && outcome === '') return [{ field: 'outcome', message: OUTCOME_MISSING }]
  if (result === 'not_needed' && reason === null) return [{ field: 'reason', message: REASON_MISSING }]
  return []
}

/** Fields of the choice that was not picked are posted too, and do not count. */
function finishedFacts({ result, outcome, newScore, note, reason }: Input) {
  if (result === 'not_needed') return { kind: result, note: reason }
  return { kind: result, outcome: outcome === '' ? null : outcome, newScore, note }
}
