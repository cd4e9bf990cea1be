import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addAction } from '@/lib/care-plans/add-action'
import { agreeCarePlan } from '@/lib/care-plans/agree-care-plan'
import { answerPracticeAction } from '@/lib/care-plans/answer-practice-action'
import type { LivePlan, PlanAction } from '@/lib/care-plans/care-plan'
import { changePlanItem } from '@/lib/care-plans/change-plan-item'
import { declineCarePlan } from '@/lib/care-plans/decline-care-plan'
import { draftCarePlan } from '@/lib/care-plans/draft-care-plan'
import { finishAction } from '@/lib/care-plans/finish-action'
import { offerCarePlan } from '@/lib/care-plans/offer-care-plan'
import { getLivePlan } from '@/lib/care-plans/queries'
import { reviewCarePlan } from '@/lib/care-plans/review-care-plan'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { ActionOutcome } from '@/lib/platform/prisma-client/enums'
import { completedAssessment, type AssessmentPlan } from './assessments'

export type ActionPlan = {
  what?: string
  /** Code or label of the concern that it is for; without it, the first. */
  concern?: string
  owner?: 'person' | 'team' | 'practice' | { staffId: string }
  dueInDays?: number
  help?: string
}

export type CarePlanPlan = {
  assessment?: AssessmentPlan
  /** What matters and the goal of the first concern; other priorities get a goal of their own. */
  whatMatters?: string | null
  goal?: string | null
  actions?: readonly ActionPlan[]
  share?: 'yes' | 'no'
  notSharedReason?: string
  agreedOn?: CalendarDate
  reviewOn?: CalendarDate
  proxy?: { name: string; relationship: string }
}

const USUAL_ACTIONS: readonly ActionPlan[] = [
  { what: 'Walk for ten minutes every day', owner: 'person' },
  { what: 'Ring to ask how the walking goes', owner: 'team' },
]

/** An assessment with a plan started from it, with goals and actions, and nothing offered or agreed yet. */
export async function draftedCarePlan(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: CarePlanPlan = {},
): Promise<LivePlan> {
  await completedAssessment(actor, patientId, teamId, plan.assessment)
  const { planId } = await draftCarePlan(actor, { patientId })
  const drafted = await getLivePlan(actor, { patientId, planId })
  const { whatMatters = 'Playing with my grandchildren', goal = 'Walk to the park and back' } = plan
  for (const [index, item] of drafted.items.filter((each) => each.concern.isPriority).entries())
    await changePlanItem(actor, {
      patientId,
      itemId: item.id,
      version: item.version,
      whatMatters: index === 0 ? whatMatters : null,
      goal: index === 0 ? goal : `Worry less about ${item.concern.label.toLowerCase()}`,
      leaveOut: false,
    })
  for (const action of plan.actions ?? USUAL_ACTIONS) await addedAction(actor, drafted, action)
  return getLivePlan(actor, { patientId, planId })
}

/** Adds an action to a plan. @returns its id */
export async function addedAction(actor: Actor, plan: LivePlan, action: ActionPlan = {}): Promise<string> {
  const { owner = 'team', concern } = action
  const item = plan.items.find(
    ({ concern: { code, label } }) => !concern || code === concern || label === concern,
  )
  if (!item) throw new Error(`the plan has no concern ${concern}`)
  const { actionId } = await addAction(actor, {
    patientId: plan.patientId,
    itemId: item.id,
    what: action.what ?? 'Send the leaflet about rest',
    ownerKind: typeof owner === 'string' ? owner : 'staff',
    ownerStaffId: typeof owner === 'string' ? '' : owner.staffId,
    dueOn: addDays(today(), action.dueInDays ?? 14),
    helpChoice: action.help ? 'typed' : 'none',
    help: action.help ?? null,
  })
  return actionId
}

/** A plan that was offered and is being talked about. */
export async function offeredCarePlan(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: CarePlanPlan = {},
): Promise<LivePlan> {
  const drafted = await draftedCarePlan(actor, patientId, teamId, plan)
  await offerCarePlan(actor, { ...shown(drafted), offeredOn: today(), staffRoleCode: '01' })
  return getLivePlan(actor, { patientId, planId: drafted.id })
}

/** A plan agreed with the person, and shared with their practice unless the plan says no. */
export async function agreedCarePlan(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: CarePlanPlan = {},
): Promise<LivePlan> {
  return agreed(actor, await draftedCarePlan(actor, patientId, teamId, plan), plan)
}

/** The plan as it stands, agreed: its first version, or the next. */
export async function agreed(actor: Actor, drafted: LivePlan, plan: CarePlanPlan = {}): Promise<LivePlan> {
  await agreeCarePlan(actor, {
    ...shown(drafted),
    agreedOn: plan.agreedOn ?? today(),
    agreedBy: plan.proxy ? 'proxy' : 'person',
    proxyName: plan.proxy?.name ?? null,
    proxyRelationship: plan.proxy?.relationship ?? null,
    reviewOn: plan.reviewOn ?? addDays(today(), 84),
    share: plan.share ?? 'yes',
    notSharedReason: plan.notSharedReason ?? null,
    staffRoleCode: '01',
  })
  return getLivePlan(actor, { patientId: drafted.patientId, planId: drafted.id })
}

/** A plan that the person did not want. */
export async function declinedCarePlan(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: CarePlanPlan & { outcome?: 'declined' | 'unable'; reason?: string } = {},
): Promise<LivePlan> {
  const drafted = await draftedCarePlan(actor, patientId, teamId, plan)
  const { outcome = 'declined', reason = 'Manages well with family' } = plan
  await declineCarePlan(actor, { ...shown(drafted), outcome, on: today(), reason, staffRoleCode: '01' })
  return getLivePlan(actor, { patientId, planId: drafted.id })
}

/** An action finished with an outcome and the concern scored again. */
export async function finishedAction(
  actor: Actor,
  plan: LivePlan,
  action: PlanAction,
  { outcome = 'better' as ActionOutcome, newScore = 4 as number | null, note = null as string | null } = {},
): Promise<LivePlan> {
  await finishAction(actor, {
    patientId: plan.patientId,
    actionId: action.id,
    version: action.version,
    result: 'done',
    on: today(),
    outcome,
    newScore,
    note,
    reason: null,
  })
  return getLivePlan(actor, { patientId: plan.patientId, planId: plan.id })
}

/** An agreed plan, reviewed concern by concern: every action finished first where the plan is to end. */
export async function reviewedCarePlan(
  actor: Actor,
  plan: LivePlan,
  next: 'continue' | 'finish' = 'finish',
): Promise<LivePlan> {
  let reviewed = plan
  const open = plan.items.flatMap((item) => item.actions).filter((action) => action.state === 'open')
  if (next === 'finish') for (const action of open) reviewed = await finishedAction(actor, reviewed, action)
  await reviewCarePlan(actor, {
    ...shown(reviewed),
    reviewedOn: today(),
    items: Object.fromEntries(
      reviewed.items
        .filter((item) => !item.isLeftOut)
        .map((item) => [item.id, { outcome: 'better' as const, newScore: 3, note: null }]),
    ),
    next,
    note: null,
    staffRoleCode: '01',
  })
  return getLivePlan(actor, { patientId: plan.patientId, planId: plan.id })
}

/** What a practice was asked, answered: by default that it cannot. */
export async function answeredByPractice(
  gp: Actor,
  action: PlanAction,
  answer: 'done' | 'declined' = 'declined',
): Promise<void> {
  await answerPracticeAction(gp, {
    actionId: action.id,
    version: action.version,
    answer,
    on: today(),
    note: null,
    reason: answer === 'declined' ? 'No clinic for this here' : null,
  })
}

/** Registers the person with a practice, by the id of its team; null: no practice known. */
export async function registeredWith(
  actor: Actor,
  patientId: string,
  practiceTeamId: string | null,
): Promise<void> {
  await asActor(
    actor,
    (tx) =>
      tx.$queryRaw`select access.register_with_practice(${patientId}::uuid, ${practiceTeamId}::uuid)::text`,
  )
}

/** What a form about the whole plan posts of the plan that it showed. */
export function shown(plan: LivePlan): { patientId: string; planId: string; version: number } {
  return { patientId: plan.patientId, planId: plan.id, version: plan.version }
}
