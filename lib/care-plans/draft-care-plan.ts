import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient, type CareContext } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getAssessmentForPlan, type AssessmentForPlan } from '@/lib/needs-assessments/queries'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { findLivePlan } from './internal/live-plan'
import { openTaskToAgree, recordPlanEvents } from './internal/plan-events'
import { writePlanItems } from './internal/plan-items'
import { requireAlive } from './internal/plan-under-change'
import type { draftCarePlanSchema } from './schema'

/**
 * Starts the plan from the latest assessment: one item for each concern, the person's priorities first. A plan made
 * from that assessment already is the plan; an earlier plan of the team goes on with the new assessment, and what is
 * still to be done of it stays in it.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if there is no assessment, it raised no concerns, or the person has died
 */
export async function draftCarePlan(
  actor: Actor,
  { patientId }: z.infer<typeof draftCarePlanSchema>,
): Promise<{ planId: string }> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_plan', 'create'])
    const assessment = await assessmentWithConcerns(tx, patientId)
    const made = await tx.carePlan.findFirst({ where: { patientId, assessmentId: assessment.id } })
    if (made) return { planId: made.id }
    const planId = await planRow(tx, actor, context, assessment)
    const before = await findLivePlan(tx, patientId, planId)
    if (!before) throw new NotFound()
    requireAlive(before.person)
    await writePlanItems(tx, actor, before, assessment.concerns)
    await recordPlanEvents(tx, actor, before, [{ kind: 'drafted', on: today() }])
    if (before.assessment.id !== assessment.id) await replaceAssessment(tx, before, assessment.id)
    const plan = await findLivePlan(tx, patientId, planId)
    if (plan) await openTaskToAgree(tx, plan)
    await recordAccess(tx, {
      event: 'care_plan.drafted',
      patientId,
      entityId: planId,
      detail: { concerns: assessment.concerns.length },
    })
    return { planId }
  })
}

async function assessmentWithConcerns(tx: Tx, patientId: string): Promise<AssessmentForPlan> {
  const assessment = await getAssessmentForPlan(tx, patientId)
  if (!assessment) throw new RuleBroken('There is no holistic needs assessment yet to make a plan from')
  if (assessment.concerns.length === 0)
    throw new RuleBroken('The latest assessment raised no concerns, so no plan is needed')
  return assessment
}

/** The team's plan of this person, locked: made now, unless the team has one already or is just making it. */
async function planRow(
  tx: Tx,
  actor: Actor,
  context: CareContext,
  assessment: AssessmentForPlan,
): Promise<string> {
  const { patientId } = context
  const assessedByOwn = context.teams.some((team) => team.teamId === assessment.teamId)
  const teamId = actingTeam(context, assessedByOwn ? assessment.teamId : undefined)
  const by = { updatedAt: now(), updatedById: actor.staffId }
  await tx.carePlan.createMany({
    data: { id: uuidv7(), patientId, teamId, assessmentId: assessment.id, createdById: actor.staffId, ...by },
    skipDuplicates: true,
  })
  await tx.carePlan.updateMany({ where: { patientId, teamId }, data: { ...by, version: { increment: 1 } } })
  const row = await tx.carePlan.findFirst({ where: { patientId, teamId }, select: { id: true } })
  if (!row) throw new NotFound()
  return row.id
}

/** What was still to be agreed about the earlier assessment is now agreed with this one. */
async function replaceAssessment(
  tx: Tx,
  plan: { id: string; patientId: string; assessment: { id: string } },
  assessmentId: string,
): Promise<void> {
  const { patientId } = plan
  await tx.carePlan.updateMany({ where: { id: plan.id, patientId }, data: { assessmentId } })
  await closeTasks(tx, {
    patientId,
    subjectId: plan.assessment.id,
    kinds: ['agree_care_plan'],
    how: 'superseded',
    why: 'A later assessment takes its place',
  })
}
