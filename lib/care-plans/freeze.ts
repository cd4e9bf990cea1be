import type { LivePlan, PlanAction, PlanItem } from './care-plan'
import type { FrozenAction, FrozenItem, FrozenPlan } from './frozen-plan'
import { isFinished } from './rules'

export type Agreement = FrozenPlan['agreement']

/** What agreeing freezes: the plan as it stands, with how it was agreed. */
export function frozenPlanOf(plan: LivePlan, agreement: Agreement): FrozenPlan {
  return { ...planContentOf(plan), agreement }
}

/** A plan as it would be frozen now: whole, without what was left out of it. */
export function planContentOf(plan: LivePlan): Omit<FrozenPlan, 'agreement'> {
  const { givenName, familyName, preferredName, nhsNumber, bornOn } = plan.person
  const { name, organisation, telephone } = plan.team
  return {
    person: { givenName, familyName, preferredName, nhsNumber, bornOn },
    team: { name, organisation, telephone },
    assessedOn: plan.assessment.completedOn,
    items: plan.items.filter((item) => !item.isLeftOut).map(frozenItemOf),
  }
}

function frozenItemOf({ id, concern, whatMatters, goal, actions }: PlanItem): FrozenItem {
  return { id, concern: { ...concern }, whatMatters, goal, actions: actions.map(frozenActionOf) }
}

function frozenActionOf(action: PlanAction): FrozenAction {
  const { id, what, help, owner, dueOn } = action
  return {
    id,
    what,
    help,
    dueOn,
    owner: { kind: owner.kind, name: owner.name },
    finished: finishedOf(action),
  }
}

function finishedOf(action: PlanAction): FrozenAction['finished'] {
  const last = action.history.findLast((fact) => fact.kind === 'done' || fact.kind === 'not_needed')
  if (!last || !isFinished(action.state)) return null
  const { on, kind, outcome, newScore } = last
  return { on, isNeeded: kind === 'done', outcome, newScore }
}
