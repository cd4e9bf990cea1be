import 'server-only'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { staffNames } from '@/lib/accounts/staff-names'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import type { LivePlan } from '../care-plan'
import { findLivePlan } from './live-plan'

/** The plan by its id, or by that of one of its items or actions. */
type Wanted = { patientId: string; version?: number } & (
  { planId: string } | { itemId: string } | { actionId: string }
)

/** A plan that this transaction alone may change, with the practice that the person is registered with today. */
export type PlanUnderChange = LivePlan & {
  practice: { id: string; name: string } | null
  context: CareContext
  /** The plan's team has the person in its care today. */
  isInCare: boolean
}

/**
 * Opens a plan for a change: access, then the lock, then what never may be.
 *
 * @param wanted `version` where the change rests on all of the plan, as agreeing does
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken once the person has died, or the plan's team no longer cares for them
 */
export async function planForChange(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  purpose: [entity: PatientEntity, verb: Verb],
): Promise<PlanUnderChange> {
  const plan = await lockedPlan(tx, actor, wanted, purpose)
  requireAlive(plan.person)
  if (!plan.isInCare)
    throw new RuleBroken(
      `${plan.team.name} no longer cares for this person, so their plan cannot be changed. Start a plan of your own team from the next assessment`,
    )
  return plan
}

/** As `planForChange`, for what is owed still and may be seen to by a team that took it over. @throws NotFound, NotAllowed, Stale */
export async function lockedPlan(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  purpose: [entity: PatientEntity, verb: Verb],
): Promise<PlanUnderChange> {
  const { patientId } = wanted
  const context = await openPatient(tx, actor, patientId, purpose)
  const planId = await planIdOf(tx, wanted)
  await lockPlan(tx, actor, { patientId, planId, version: wanted.version })
  const plan = await findLivePlan(tx, patientId, planId)
  if (!plan) throw new NotFound()
  const teams = await listCaringTeams(tx, patientId)
  return {
    ...plan,
    context,
    practice: teams.find((team) => team.kind === 'practice') ?? null,
    isInCare: teams.some((team) => team.id === plan.team.id),
  }
}

async function planIdOf(tx: Tx, wanted: Wanted): Promise<string> {
  const { patientId } = wanted
  if ('planId' in wanted) return wanted.planId
  const item =
    'itemId' in wanted
      ? await tx.planItem.findFirst({ where: { id: wanted.itemId, patientId } })
      : await tx.planItem.findFirst({
          where: { patientId, actions: { some: { id: wanted.actionId, removedAt: null } } },
        })
  if (!item) throw new NotFound()
  return item.carePlanId
}

/** Nothing is planned, agreed or reviewed with somebody who has died. @throws RuleBroken */
export function requireAlive(person: { diedOn: CalendarDate | null }): void {
  if (person.diedOn)
    throw new RuleBroken('This person has died. The plan stays as it was and cannot be changed')
}

type Lock = { patientId: string; planId: string; version?: number }

async function lockPlan(tx: Tx, actor: Actor, { patientId, planId, version }: Lock): Promise<void> {
  const { count } = await tx.carePlan.updateMany({
    where: { id: planId, patientId, version },
    data: { version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
  })
  if (count === 1) return
  const current = await tx.carePlan.findFirst({ where: { id: planId, patientId } })
  if (!current) throw new NotFound()
  const name = await staffNames(tx, [current.updatedById])
  throw new Stale(name(current.updatedById), current.updatedAt, [], current.version)
}
