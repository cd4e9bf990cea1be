import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import { getStandards } from '@/lib/care-teams/standards'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { getAssessmentForPlan } from '@/lib/needs-assessments/queries'
import type { AboutMe } from '@/lib/patients/about-me'
import { latestAboutMe } from '@/lib/patients/get-about-me'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { listGivenUp, type TaskFact } from '@/lib/tasks/task-history'
import { planFaults } from './agreement-rules'
import type { LivePlan } from './care-plan'
import { openPlan, openPlans, type PlanLine } from './internal/read-plan'

type Wanted = { patientId: string; planId?: string }

export type CarePlanPage = {
  plan: LivePlan | null
  /** The person's plans with other teams. */
  others: PlanLine[]
  /** The assessment that the next plan would be made from; null before the first. */
  assessment: { id: string; completedOn: CalendarDate; concernCount: number } | null
  /** Whether that assessment is another than the one that the plan is made from: later, or the last that counts. */
  isAssessedSince: boolean
  /** The assessment that the plan is made from was recorded in error. */
  isAssessedInError: boolean
  /** The team of the plan has the person in care today; without that the plan can only be read. */
  isTeamCaring: boolean
  hasDied: boolean
  /** The person's story, told once. */
  aboutMe: AboutMe | null
  /** What was to be agreed or reviewed, and was closed with a reason instead. */
  givenUp: TaskFact[]
}

/** A person's plan as it stands, or what there is to start one from. @throws NotFound, NotAllowed */
export async function getCarePlanPage(actor: Actor, wanted: Wanted): Promise<CarePlanPage> {
  const { patientId } = wanted
  return asActor(actor, async (tx) => {
    const { plan, lines } = await openPlans(tx, actor, wanted, ['care_plan', 'read'])
    const assessment = await getAssessmentForPlan(tx, patientId)
    const teams = await listCaringTeams(tx, patientId)
    await recordAccess(tx, { event: 'care_plan.viewed', patientId, entityId: plan?.id })
    return {
      plan,
      others: lines.filter(({ id }) => id !== plan?.id),
      assessment: assessment && {
        id: assessment.id,
        completedOn: assessment.completedOn,
        concernCount: assessment.concerns.length,
      },
      isAssessedSince: plan !== null && assessment !== null && assessment.id !== plan.assessment.id,
      isAssessedInError: plan !== null && (await isAssessedInError(tx, plan)),
      isTeamCaring: teams.some((team) => team.id === plan?.team.id),
      hasDied: (await getLifeDates(tx, patientId)).diedOn !== null,
      aboutMe: await latestAboutMe(tx, patientId),
      givenUp: await listGivenUp(tx, patientId, ['agree_care_plan', 'review_care_plan']),
    }
  })
}

/** The plan as it stands, for one of the forms about it. @throws NotFound, NotAllowed */
export async function getLivePlan(actor: Actor, wanted: Wanted): Promise<LivePlan> {
  return asActor(actor, async (tx) => {
    const plan = await openPlan(tx, actor, wanted, ['care_plan', 'read'])
    await recordAccess(tx, { event: 'care_plan.viewed', patientId: plan.patientId, entityId: plan.id })
    return plan
  })
}

export type AgreementPage = {
  plan: LivePlan
  practice: string | null
  /** By the team's standard. */
  usualReviewOn: CalendarDate
  /** What must be put right before the plan can be agreed, whatever the form says. */
  faults: string[]
  isAssessedInError: boolean
}

/** What agreeing the plan needs to know. @throws NotFound, NotAllowed */
export async function getAgreementPage(actor: Actor, wanted: Wanted): Promise<AgreementPage> {
  return asActor(actor, async (tx) => {
    const plan = await openPlan(tx, actor, wanted, ['care_plan', 'sign'])
    const practice = await practiceName(tx, plan.patientId)
    const { carePlanReviewDays } = await getStandards(tx, plan.team.id)
    await recordAccess(tx, { event: 'care_plan.viewed', patientId: plan.patientId, entityId: plan.id })
    return {
      plan,
      practice,
      usualReviewOn: addDays(today(), carePlanReviewDays),
      faults: planFaults(plan).map((fault) => fault.message),
      isAssessedInError: await isAssessedInError(tx, plan),
    }
  })
}

async function isAssessedInError(tx: Tx, { patientId, assessment }: LivePlan): Promise<boolean> {
  return (await listVoidedFacts(tx, patientId, 'needs_assessment')).has(assessment.id)
}

async function practiceName(tx: Tx, patientId: string): Promise<string | null> {
  const teams = await listCaringTeams(tx, patientId)
  return teams.find((team) => team.kind === 'practice')?.name ?? null
}
