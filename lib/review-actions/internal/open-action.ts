import 'server-only'
import type { Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { isUuid, openPatient, permit } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale } from '@/lib/platform/errors'
import type { TeamRole } from '@/lib/platform/prisma-client/enums'
import type { Answering } from '../rules'
import { findReviewActions, type ReviewActionRow } from './action-rows'

export type OpenAction = ReviewActionRow & {
  /** On whose side the actor is; empty in an emergency. */
  answering: Answering[]
}

/**
 * An action of a review, for who may read or answer it: the practice all, hospital teams what is shared with them or
 * asked of one of them.
 *
 * @throws NotFound, NotAllowed
 */
export async function openReviewAction(
  tx: Tx,
  actor: Actor,
  { patientId, actionId }: { patientId: string; actionId: string },
  verb: Extract<Verb, 'read' | 'update'>,
): Promise<OpenAction> {
  const context = await openPatient(tx, actor, patientId, ['hospital_review_action', 'read'])
  const [action] = isUuid(actionId) ? await findReviewActions(tx, { id: actionId, patientId }) : []
  if (!action) throw new NotFound()
  const isAsked = action.ownerKind === 'hospital_team'
  permit(
    context,
    isAsked ? 'hospital_review_action' : action.isShared ? 'shared_review_action' : 'review_action',
    verb,
  )
  const sides = context.relation === 'care' ? context.teams.map(({ role }) => sideOf(role)) : []
  return { ...action, answering: [...new Set(sides)] }
}

function sideOf(role: TeamRole): Answering {
  return role === 'gp' ? 'practice' : 'hospital'
}

/** @throws Stale if something was said of it since it was shown, naming who said it last */
export async function refuseStaleAction(tx: Tx, action: ReviewActionRow, version: number): Promise<void> {
  const last = action.events.at(-1)
  if (!last || action.events.length === version) return
  const nameOf = await staffNames(tx, [last.recordedById])
  throw new Stale(nameOf(last.recordedById), last.recordedAt)
}
