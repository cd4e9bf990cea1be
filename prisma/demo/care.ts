import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { changePlanItem } from '@/lib/care-plans/change-plan-item'
import type { LivePlan, PlanAction } from '@/lib/care-plans/care-plan'
import { markPlanSeen } from '@/lib/care-plans/mark-plan-seen'
import { draftCarePlan } from '@/lib/care-plans/draft-care-plan'
import { getLivePlan } from '@/lib/care-plans/queries'
import { recordTreatment } from '@/lib/diagnoses/record-treatment'
import { offerAssessment } from '@/lib/needs-assessments/offer-assessment'
import type { AssessmentOfferOutcome, PathwayPoint, TaskKind } from '@/lib/platform/prisma-client/enums'
import type { StaffRole } from '@/lib/nhs/code-lists/staff-role'
import type { TreatmentIntent } from '@/lib/nhs/code-lists/treatment-intent'
import type { TreatmentModality } from '@/lib/nhs/code-lists/treatment-modality'
import { closeTask } from '@/lib/tasks/close-task'
import { followTask } from '@/lib/tasks/follow-task'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { completedAssessment, type AssessmentPlan } from '@/tests/factories/assessments'
import { addedAction, agreed, type CarePlanPlan } from '@/tests/factories/care-plans'
import { wordsFor, type WordedConcern } from './concern-words'
import type { Phase } from './disease'
import type { Scene } from './scene'

type Offer = { reason?: string; point?: PathwayPoint }

/** An assessment offered by the support worker that many days ago. */
export async function offered(
  scene: Scene,
  daysAgo: number,
  outcome: AssessmentOfferOutcome,
  { reason, point = 'initial_diagnosis' }: Offer = {},
): Promise<void> {
  const { patientId, teamId, worker } = scene
  await scene.on(daysAgo, () =>
    offerAssessment(worker, {
      patientId,
      teamId,
      outcome,
      reason: reason ?? null,
      pathwayPoint: point,
      offeredOn: scene.day(daysAgo),
      staffRoleCode: worker.staffRoleCode as StaffRole,
    }),
  )
}

/** Concerns in the person's order, each with its score or null. */
export type Concerns = readonly (readonly [code: WordedConcern, score: number | null])[]

/** A whole assessment, recorded by the support worker; `daysLate` after it was done. */
export async function assessed(
  scene: Scene,
  daysAgo: number,
  concerns: Concerns,
  { daysLate = 0, ...plan }: AssessmentPlan & { daysLate?: number } = {},
): Promise<void> {
  const { patientId, teamId, worker } = scene
  await scene.on(daysAgo - daysLate, () =>
    completedAssessment(worker, patientId, teamId, {
      concerns: concerns.map(([code, score]) => ({ code, score, ownWords: wordsFor(code).ownWords })),
      completedOn: scene.day(daysAgo),
      ...plan,
    }),
  )
}

type Treated = {
  modality: TreatmentModality
  from: number
  to: number | null
  intent?: TreatmentIntent
  /** Without one, of no diagnosis in particular. */
  phase?: Phase
  note?: string
}

/** A treatment, in days ago; `to` null while it goes on. Recorded on its last day, or its first. */
export async function treated(
  scene: Scene,
  { modality, from, to, intent = '01', phase, note }: Treated,
): Promise<void> {
  const { patientId, clinician } = scene
  await scene.on(to ?? from, () =>
    recordTreatment(clinician, {
      patientId,
      modality,
      intent,
      diagnosisId: phase?.diagnosisId ?? null,
      phaseId: phase?.id ?? null,
      startedOn: scene.day(from),
      endedOn: to === null ? null : scene.day(to),
      outcome: to === null ? null : '1',
      givenBy: null,
      note: note ?? null,
    }),
  )
}

/** What the plan has besides what is written for every concern: its owners' actions, due so many days on. */
export type Planned = { actions?: readonly Ask[] }
export type Ask = {
  concern: WordedConcern
  owner: 'person' | 'team' | 'practice' | { staffId: string }
  inDays: number
}

/** The plan started from the latest assessment, with what matters and goals, and its actions. */
export async function drafted(scene: Scene, daysAgo: number, { actions = [] }: Planned): Promise<LivePlan> {
  const { patientId, clinician } = scene
  return scene.on(daysAgo, async () => {
    const { planId } = await draftCarePlan(clinician, { patientId })
    const plan = await getLivePlan(clinician, { patientId, planId })
    for (const { id, version, concern, goal } of plan.items) {
      if (goal !== null) continue
      const words = wordsFor(concern.code as WordedConcern)
      await changePlanItem(clinician, {
        patientId,
        itemId: id,
        version,
        whatMatters: words.whatMatters,
        goal: words.goal,
        leaveOut: false,
      })
    }
    for (const { concern, owner, inDays } of actions)
      await addedAction(clinician, plan, {
        concern,
        owner,
        dueInDays: inDays,
        what: wordsFor(concern)[typeof owner === 'string' ? owner : 'team'],
      })
    return getLivePlan(clinician, { patientId, planId })
  })
}

type Agreement = Pick<CarePlanPlan, 'share' | 'notSharedReason' | 'proxy'> & {
  reviewInDays?: number
  /** The practice has not read it, however long ago it was shared. */
  isUnread?: boolean
}

/** Practices read what is shared with them within so many days. */
const READ_WITHIN_DAYS = 3

/** The plan, agreed with the person that many days ago, and read by those practices that have an account. */
export async function agreedPlan(
  scene: Scene,
  daysAgo: number,
  planned: Planned & Agreement,
): Promise<LivePlan> {
  const { actions, reviewInDays = 84, isUnread = false, ...agreement } = planned
  const plan = await drafted(scene, daysAgo, { actions })
  const reviewOn = scene.day(daysAgo - reviewInDays)
  const standing = await scene.on(daysAgo, () => agreed(scene.clinician, plan, { ...agreement, reviewOn }))
  if (!isUnread && daysAgo > READ_WITHIN_DAYS)
    await readByPractice(scene, daysAgo - READ_WITHIN_DAYS, standing)
  return standing
}

/** The practice marks as seen what was shared with it, where somebody of it is there to do so. */
export async function readByPractice(scene: Scene, daysAgo: number, plan: LivePlan): Promise<void> {
  const share = plan.versions[0]?.shares[0]
  const reader = share && scene.crew.practitionerOf(share.teamId)
  if (share && reader) await scene.on(daysAgo, () => markPlanSeen(reader, { shareId: share.id }))
}

/** A task of the team about this person becomes somebody's own. */
export async function taken(scene: Scene, kind: TaskKind, by: Actor): Promise<void> {
  const { patientId, teamId } = scene
  const task = await openTask(by, { patientId, teamId, kind })
  await reassignTask(by, { taskId: task.id, version: task.version, owner: by.staffId }, followTask)
}

/** A task of the team about this person is closed, with the reason why it is not needed. */
export async function closed(scene: Scene, daysAgo: number, kind: TaskKind, reason: string): Promise<void> {
  const { patientId, teamId, worker } = scene
  const { id, version } = await openTask(worker, { patientId, teamId, kind })
  await scene.on(daysAgo, () => closeTask(worker, { taskId: id, version, reason }, followTask))
}

/** A task of the team that is open. */
export async function openTask(
  actor: Actor,
  wanted: { patientId: string; teamId: string; kind: TaskKind },
): Promise<{ id: string; version: number }> {
  return asActor(actor, (tx) => tx.task.findFirstOrThrow({ where: { ...wanted, closedAt: null } }))
}

/** The action of a plan that its owner has for a concern. */
export function actionFor(
  plan: LivePlan,
  code: WordedConcern,
  ownerKind: PlanAction['owner']['kind'],
): PlanAction {
  const item = plan.items.find(({ concern }) => concern.code === code)
  const action = item?.actions.find(({ owner }) => owner.kind === ownerKind)
  if (!action) throw new Error(`demo data: no action of the ${ownerKind} about ${code}`)
  return action
}
