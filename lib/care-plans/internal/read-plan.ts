import 'server-only'
import { isUuid, openPatient, type CareContext } from '@/lib/access/care-context'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { LivePlan } from '../care-plan'
import { findLivePlan } from './live-plan'

/** The plans of a person: one for each team that made one. */
export type PlanLine = { id: string; teamId: string; teamName: string }

export type OpenedPlans = { context: CareContext; lines: PlanLine[]; plan: LivePlan | null }

/**
 * Opens a person's plans for reading, and one of them whole.
 *
 * @param wanted without it, that of a team of the actor's, else the one changed last
 * @throws NotFound, NotAllowed
 */
export async function openPlans(
  tx: Tx,
  actor: Actor,
  { patientId, planId: wanted }: { patientId: string; planId?: string },
  purpose: [entity: PatientEntity, verb: Verb],
): Promise<OpenedPlans> {
  const context = await openPatient(tx, actor, patientId, purpose)
  const rows = await tx.carePlan.findMany({
    where: { patientId },
    select: { id: true, teamId: true, team: { select: { name: true } } },
    orderBy: { updatedAt: 'desc' },
  })
  const lines = rows.map(({ id, teamId, team }) => ({ id, teamId, teamName: team.name }))
  const line = wanted ? lines.find(({ id }) => id === wanted) : ownFirst(lines, context)
  if (wanted && !line) throw new NotFound()
  return { context, lines, plan: line ? await findLivePlan(tx, patientId, line.id) : null }
}

/** As `openPlans`, where there must be a plan. @throws NotFound, NotAllowed */
export async function openPlan(
  tx: Tx,
  actor: Actor,
  wanted: { patientId: string; planId?: string },
  purpose: [entity: PatientEntity, verb: Verb],
): Promise<LivePlan> {
  const { plan } = await openPlans(tx, actor, wanted, purpose)
  if (!plan) throw new NotFound()
  return plan
}

/** The plan that an item or an action belongs to. @throws NotFound, NotAllowed */
export async function openPlanOf(
  tx: Tx,
  actor: Actor,
  { patientId, ...part }: { patientId: string } & ({ itemId: string } | { actionId: string }),
): Promise<LivePlan> {
  await openPatient(tx, actor, patientId, ['care_plan', 'read'])
  const id = 'itemId' in part ? part.itemId : part.actionId
  if (!isUuid(id)) throw new NotFound()
  const item = await tx.planItem.findFirst({
    where: { patientId, ...('itemId' in part ? { id } : { actions: { some: { id, removedAt: null } } }) },
  })
  const plan = item && (await findLivePlan(tx, patientId, item.carePlanId))
  if (!plan) throw new NotFound()
  return plan
}

function ownFirst(lines: readonly PlanLine[], context: CareContext): PlanLine | undefined {
  const own = context.teams.map((team) => team.teamId)
  return lines.find(({ teamId }) => own.includes(teamId)) ?? lines[0]
}
