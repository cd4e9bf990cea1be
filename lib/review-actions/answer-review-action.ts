import 'server-only'
import type { z } from 'zod'
import type { AccessEvent } from '@/lib/access-log/access-events'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { closeActionTasks, openActionTask } from './internal/action-tasks'
import { lockReviewActions } from './internal/action-rows'
import { openReviewAction, refuseStaleAction, type OpenAction } from './internal/open-action'
import { recordFact, type SaidOfAction } from './internal/record-fact'
import { SETTLED_WORDS } from './labels'
import { answersFor, reviewActionStateOf, type ReviewActionAnswer } from './rules'
import type { answerReviewActionSchema } from './schema'

type Input = z.output<typeof answerReviewActionSchema>

const EVENTS = {
  done: 'review_action.done',
  declined: 'review_action.declined',
  not_needed: 'review_action.not_needed',
  postponed: 'review_action.postponed',
} as const satisfies Record<ReviewActionAnswer, AccessEvent>

/** What the database keeps no shorter. */
const SHORTEST_REASON = 3

/**
 * Says what became of an action that a review agreed: done, moved to another day, not needed; or, by the hospital team
 * that was asked, that it cannot. The practice then finds another way.
 *
 * @throws NotFound, NotAllowed; Stale if something was said of it since it was shown
 * @throws RuleBroken if it is settled already, the answer is not the actor's to give, or a reason or date is missing
 */
export async function answerReviewAction(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    await openReviewAction(tx, actor, input, 'update')
    const said = saidIn(input)
    await lockReviewActions(tx, input.patientId)
    const action = await openReviewAction(tx, actor, input, 'update')
    requireAnswer(action, input.answer)
    await refuseStaleAction(tx, action, input.version)
    await follow(tx, actor, action, said)
    const { patientId, id } = action
    await recordAccess(tx, { event: EVENTS[input.answer], patientId, entityId: id })
    return null
  })
}

function requireAnswer(action: OpenAction, answer: ReviewActionAnswer): void {
  const possible = action.answering.flatMap((side) => answersFor(action.state, action.ownerKind, side))
  if (possible.includes(answer)) return
  throw new RuleBroken(SETTLED_WORDS[action.state])
}

async function follow(tx: Tx, actor: Actor, action: OpenAction, said: SaidOfAction): Promise<void> {
  await recordFact(tx, actor, action, said)
  const isMoved = said.kind === 'postponed'
  await closeActionTasks(
    tx,
    action,
    isMoved ? 'superseded' : 'met',
    isMoved ? 'Moved to another day' : undefined,
  )
  const state = reviewActionStateOf([...action.events.map(({ kind }) => kind), said.kind])
  await openActionTask(tx, { ...action, dueNow: said.dueOn ?? action.dueNow }, state)
}

/** @throws RuleBroken at the box that is empty */
function saidIn(input: Input): SaidOfAction {
  const required = (field: 'declinedReason' | 'notNeededReason' | 'postponedReason', message: string) => {
    const reason = input[field]?.trim() ?? ''
    if (reason.length < SHORTEST_REASON) throw new RuleBroken([{ field, message }])
    return reason
  }
  switch (input.answer) {
    case 'done':
      return { kind: 'done', on: input.doneOn ?? today(), note: input.outcome }
    case 'declined':
      return {
        kind: 'declined',
        on: today(),
        note: required('declinedReason', 'Enter why your team cannot do it'),
      }
    case 'not_needed':
      return {
        kind: 'not_needed',
        on: today(),
        note: required('notNeededReason', 'Enter why it is not needed'),
      }
    case 'postponed': {
      const dueOn = input.postponedTo
      if (!dueOn) throw new RuleBroken([{ field: 'postponedTo', message: 'Enter the new date' }])
      const note = required('postponedReason', 'Enter why it is moved')
      return { kind: 'postponed', on: today(), note, dueOn }
    }
  }
}
