import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { ReviewActionEventKind } from '@/lib/platform/prisma-client/enums'
import { reviewActionStateOf } from '../rules'

const REVIEW_ACTION_LOCK = 481022

/**
 * Keeps whoever else would say something of this patient's actions waiting until the transaction ends: so what they say
 * is read before anything is decided. Taken before any task is touched.
 */
export async function lockReviewActions(tx: Tx, patientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, ${REVIEW_ACTION_LOCK}::bigint))`
}

type Wanted = { id?: string; patientId: string; reviewId?: string }

/** Actions with what was said of them, in the order agreed, as far as the actor may read them. */
export async function findReviewActions(tx: Tx, wanted: Wanted) {
  const rows = await tx.reviewAction.findMany({
    where: wanted,
    orderBy: { id: 'asc' },
    include: { team: true, ownerTeam: true, events: { orderBy: { id: 'asc' }, include: { team: true } } },
  })
  return rows.map((row) => ({ ...row, ...standingOf(row) }))
}

export type ReviewActionRow = Awaited<ReturnType<typeof findReviewActions>>[number]

type Told = {
  dueOn: Date
  ownerTeam: OwningTeam | null
  events: { kind: ReviewActionEventKind; dueOn: Date | null; team: OwningTeam | null }[]
}
type OwningTeam = { id: string; name: string; telephone: string | null }

function standingOf({ dueOn, ownerTeam, events }: Told) {
  const moved = events.findLast((event) => event.dueOn !== null)?.dueOn
  return {
    state: reviewActionStateOf(events.map(({ kind }) => kind)),
    dueNow: fromDatabaseDate(moved ?? dueOn),
    ownerNow: events.findLast((event) => event.team !== null)?.team ?? ownerTeam,
  }
}
