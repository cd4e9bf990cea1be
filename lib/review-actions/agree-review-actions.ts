import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { openActionTask } from './internal/action-tasks'
import type { WantedReviewAction } from './review-action'

type Agreeing = {
  patientId: string
  reviewId: string
  /** The practice that holds the review, with which the person is registered. */
  practiceTeamId: string
  /** Whether hospital teams read what the review came to; what is asked of one of them it reads in any case. */
  isShared: boolean
  actions: readonly WantedReviewAction[]
}

/** Keeps what a review agreed and opens what is owed for it, in the transaction that records the review. */
export async function agreeReviewActions(
  tx: Tx,
  actor: Actor,
  { patientId, reviewId, practiceTeamId, isShared, actions }: Agreeing,
): Promise<void> {
  const rows = actions.map(({ what, owner, dueOn }) => ({
    id: uuidv7(),
    patientId,
    reviewId,
    teamId: practiceTeamId,
    ownerKind: owner.kind,
    ownerTeamId: owner.teamId,
    what,
    dueOn: toDatabaseDate(dueOn),
    isShared: isShared || owner.kind === 'hospital_team',
    recordedAt: now(),
    recordedById: actor.staffId,
  }))
  await tx.reviewAction.createMany({ data: rows })
  for (const [place, { dueOn }] of actions.entries()) {
    const row = rows[place]
    if (!row) continue
    const ownerNow = row.ownerTeamId ? { id: row.ownerTeamId } : null
    await openActionTask(tx, { ...row, dueNow: dueOn, ownerNow }, 'open')
  }
}
