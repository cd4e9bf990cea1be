import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice, listCaringTeams, listTeamMembers } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { LivePlan, PlanAction, PlanItem } from './care-plan'
import type { HelpKind } from './help-library'
import { findActionOf } from './internal/action-under-change'
import { helpKindOf } from './internal/help-under-change'
import { openPlanOf } from './internal/read-plan'

export type HelpSuggestion = { id: string; kind: HelpKind; title: string; detail: string }

/** What the form of an action offers to choose from. */
export type ActionChoices = {
  members: { staffId: string; name: string }[]
  practice: string | null
  help: HelpSuggestion[]
}

/** A concern of the plan, with what a new action for it could be. @throws NotFound, NotAllowed */
export async function getPlanItem(
  actor: Actor,
  { patientId, itemId }: { patientId: string; itemId: string },
): Promise<{ plan: LivePlan; item: PlanItem; choices: ActionChoices }> {
  return asActor(actor, async (tx) => {
    const plan = await openPlanOf(tx, actor, { patientId, itemId })
    const item = plan.items.find(({ id }) => id === itemId)
    if (!item) throw new NotFound()
    const choices = await choicesFor(tx, plan, item)
    await recordAccess(tx, { event: 'care_plan.viewed', patientId, entityId: itemId })
    return { plan, item, choices }
  })
}

export type ActionPage = {
  plan: LivePlan
  item: PlanItem
  action: PlanAction
  choices: ActionChoices
  /** The person lives and the plan's team has them in care. */
  mayChange: boolean
  /** It is still asked of a practice that the person has left. */
  isWithFormerPractice: boolean
}

/** An action with its story, and what it could be changed to. @throws NotFound, NotAllowed */
export async function getAction(
  actor: Actor,
  { patientId, actionId }: { patientId: string; actionId: string },
): Promise<ActionPage> {
  return asActor(actor, async (tx) => {
    const plan = await openPlanOf(tx, actor, { patientId, actionId })
    const { item, action } = findActionOf(plan, actionId)
    const choices = await choicesFor(tx, plan, item)
    const teams = await listCaringTeams(tx, patientId)
    const mayChange = plan.person.diedOn === null && teams.some((team) => team.id === plan.team.id)
    await recordAccess(tx, { event: 'care_plan.viewed', patientId, entityId: actionId })
    return {
      plan,
      item,
      action,
      choices,
      mayChange,
      isWithFormerPractice:
        action.owner.kind === 'practice' && !teams.some((team) => team.id === action.owner.teamId),
    }
  })
}

async function choicesFor(tx: Tx, plan: LivePlan, item: PlanItem): Promise<ActionChoices> {
  const help = await tx.helpEntry.findMany({
    where: {
      organisationId: plan.team.organisationId,
      concernCode: item.concern.code,
      retiredAt: null,
    },
    orderBy: [{ kind: 'asc' }, { title: 'asc' }],
  })
  const practice = await findRegisteredPractice(tx, plan.patientId)
  return {
    members: await listTeamMembers(tx, plan.team.id),
    practice: practice?.name ?? null,
    help: help.map(({ id, kind, title, detail }) => ({ id, kind: helpKindOf(kind), title, detail })),
  }
}
