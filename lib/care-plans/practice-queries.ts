import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { getPatientIdentity, type PatientIdentity } from '@/lib/patients/patient-identity'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { FrozenItem } from './frozen-plan'
import { openAskedAction } from './internal/asked-action'
import { openShare } from './internal/open-share'
import type { ActionState } from './rules'
import { findFrozenVersion, type FrozenVersion } from './version-queries'

export type SharedPlanPage = FrozenVersion & {
  shareId: string
  sharedOn: CalendarDate
  seen: { at: Date; by: string } | null
  /** The person is registered with this practice today. */
  isRegistered: boolean
  /** What this practice was asked in it, for the links to answer; empty once the person has moved on. */
  askedActionIds: string[]
}

/** A plan as it was sent to a practice of the actor's, whoever the person is with now. @throws NotFound, NotAllowed */
export async function getSharedPlan(actor: Actor, shareId: string): Promise<SharedPlanPage> {
  return asActor(actor, async (tx) => {
    const share = await openShare(tx, actor, shareId, 'read')
    const version = await findFrozenVersion(tx, share.carePlanVersionId)
    if (!version) throw new NotFound()
    const asked = share.isInCare
      ? await tx.action.findMany({
          where: { patientId: share.patientId, ownerTeamId: share.teamId, removedAt: null },
          select: { id: true },
        })
      : []
    const name = await staffNames(tx, [share.seenById])
    await recordAccess(tx, { event: 'care_plan.viewed', patientId: share.patientId, entityId: share.id })
    return {
      ...version,
      shareId: share.id,
      sharedOn: londonDate(share.sharedAt),
      seen: share.seenAt && { at: share.seenAt, by: name(share.seenById) },
      isRegistered: share.isInCare,
      askedActionIds: asked.map(({ id }) => id),
    }
  })
}

export type PracticeActionPage = {
  id: string
  version: number
  what: string
  help: string | null
  dueOn: CalendarDate
  state: ActionState
  answer: { on: CalendarDate; note: string | null; by: string } | null
  team: { name: string; telephone: string | null }
  person: PatientIdentity
  /** The concern that it is for, as the plan that the practice has says it. */
  concern: FrozenItem['concern'] | null
  shareId: string | null
}

/** An action that a practice of the actor's is asked to do. @throws NotFound, NotAllowed */
export async function getPracticeAction(actor: Actor, actionId: string): Promise<PracticeActionPage> {
  return asActor(actor, async (tx) => {
    const action = await openAskedAction(tx, actor, actionId, 'read')
    const answer = action.events.findLast(({ kind }) => kind === 'done' || kind === 'declined')
    const name = await staffNames(tx, [answer?.recordedById ?? null])
    const plan = await newestSharedPlan(tx, action)
    await recordAccess(tx, { event: 'care_plan.viewed', patientId: action.patientId, entityId: action.id })
    return {
      id: action.id,
      version: action.version,
      what: action.what,
      help: action.help,
      dueOn: fromDatabaseDate(action.dueOn),
      state: action.state,
      answer:
        answer && action.state !== 'open'
          ? { on: fromDatabaseDate(answer.on), note: answer.note, by: name(answer.recordedById) }
          : null,
      team: { name: action.team.name, telephone: action.team.telephone },
      person: await getPatientIdentity(tx, action.patientId),
      concern: plan?.content.items.find((item) => hasAction(item, action.id))?.concern ?? null,
      shareId: plan?.shareId ?? null,
    }
  })
}

type Asked = { patientId: string; teamId: string; ownerTeamId: string | null }

async function newestSharedPlan(tx: Tx, { patientId, teamId, ownerTeamId }: Asked) {
  const share = await tx.carePlanShare.findFirst({
    where: { patientId, teamId: ownerTeamId ?? undefined, version: { teamId } },
    orderBy: { id: 'desc' },
  })
  const version = share && (await findFrozenVersion(tx, share.carePlanVersionId))
  return share && version && { shareId: share.id, content: version.content }
}

function hasAction(item: FrozenItem, actionId: string): boolean {
  return item.actions.some((action) => action.id === actionId)
}
