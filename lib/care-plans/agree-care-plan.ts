import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permit } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { agreedWithWords, agreementFaults } from './agreement-rules'
import { changesInWords } from './changes'
import { frozenPlanOf } from './freeze'
import { FROZEN_PLAN_SCHEMA } from './frozen-plan'
import { taskOf } from './internal/action-tasks'
import { contentHash, findNewestContent } from './internal/frozen-versions'
import { recordPlanEvents, requireMayFollow } from './internal/plan-events'
import { planForChange, type PlanUnderChange } from './internal/plan-under-change'
import { shareOrSayWhyNot, type Sharing } from './internal/sharing'
import type { agreeCarePlanSchema } from './schema'

type Input = z.infer<typeof agreeCarePlanSchema>

/** What came of agreeing, for the words that follow. */
export type Agreed = { number: number; sharing: Sharing }

/**
 * Records that the person, or somebody for them, agreed the plan: freezes it as a version for ever, says what changed
 * since the one before, opens what is now owed, and shares it with the practice unless the person says no.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken as `agreementFaults`
 */
export async function agreeCarePlan(actor: Actor, input: Input): Promise<Agreed> {
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, input, ['care_plan', 'sign'])
    permit(plan.context, 'shared_care_plan', 'create')
    requireAgreeable(plan, input)
    const version = await freezeVersion(tx, actor, plan, input)
    await recordPlanEvents(tx, actor, plan, [
      {
        kind: 'agreed',
        on: input.agreedOn,
        versionNumber: version.number,
        staffRoleCode: input.staffRoleCode,
      },
    ])
    await openWhatIsOwed(tx, plan, input.reviewOn)
    const sharing = await shareOrSayWhyNot(tx, actor, { plan, version }, input)
    await recordAccess(
      tx,
      {
        event: 'care_plan.agreed',
        patientId: plan.patientId,
        entityId: version.id,
        detail: { version: version.number },
      },
      {
        event: sharing === 'shared' ? 'care_plan.shared' : 'care_plan.not_shared',
        patientId: plan.patientId,
        entityId: version.id,
        detail: { version: version.number, why: sharing },
      },
    )
    return { number: version.number, sharing }
  })
}

function requireAgreeable(plan: PlanUnderChange, input: Input): void {
  requireMayFollow(plan, 'agreed', 'This plan is agreed already and nothing in it has changed since')
  const faults = agreementFaults(plan, input)
  if (faults.length > 0) throw new RuleBroken(faults)
}

async function freezeVersion(
  tx: Tx,
  actor: Actor,
  plan: PlanUnderChange,
  input: Input,
): Promise<{ id: string; number: number }> {
  const before = await findNewestContent(tx, plan)
  const agreedWith = agreedWithWords(plan.person, input)
  const content = frozenPlanOf(plan, {
    on: input.agreedOn,
    with: agreedWith,
    reviewOn: input.reviewOn,
    isShared: input.share === 'yes',
    practice: plan.practice?.name ?? null,
  })
  const version = { id: uuidv7(), number: (plan.versions[0]?.number ?? 0) + 1 }
  await tx.carePlanVersion.create({
    data: {
      ...version,
      patientId: plan.patientId,
      carePlanId: plan.id,
      teamId: plan.team.id,
      schemaNumber: FROZEN_PLAN_SCHEMA,
      content,
      contentHash: contentHash(content),
      changes: before ? changesInWords(before, content) : [],
      agreedOn: toDatabaseDate(input.agreedOn),
      agreedWith,
      reviewOn: toDatabaseDate(input.reviewOn),
      recordedAt: now(),
      recordedById: actor.staffId,
    },
  })
  return version
}

async function openWhatIsOwed(tx: Tx, plan: PlanUnderChange, reviewOn: string): Promise<void> {
  const { patientId } = plan
  await closeTasks(tx, {
    patientId,
    subjectId: plan.assessment.id,
    kinds: ['agree_care_plan'],
    how: 'met',
  })
  await closeTasks(tx, { patientId, subjectId: plan.id, kinds: ['review_care_plan'], how: 'superseded' })
  const open = plan.items.flatMap((item) => item.actions).filter((action) => action.state === 'open')
  await openTasks(tx, [
    ...open.map((action) => taskOf(plan, action)),
    {
      kind: 'review_care_plan',
      patientId,
      teamId: plan.team.id,
      dueOn: reviewOn,
      subjectId: plan.id,
      detail: openActionsWords(open.length),
    },
  ])
}

function openActionsWords(open: number): string {
  return open === 1 ? 'Agreed with 1 action to do' : `Agreed with ${open} actions to do`
}
