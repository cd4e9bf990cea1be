import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'

/** A concern scored again after its assessment: 0 to 10, higher is worse. The label tells those outside the catalogue apart. */
export type Rescore = { concernCode: string; concernLabel: string; score: number; on: CalendarDate }

/** Every score given when an action was finished or a plan reviewed, oldest first. For who has the patient open. */
export async function listRescores(tx: Tx, patientId: string): Promise<Rescore[]> {
  const scored = { patientId, newScore: { not: null } }
  const about = { select: { concernCode: true, concernLabel: true } }
  const reviews = await tx.planItemReview.findMany({ where: scored, include: { planItem: about } })
  const finished = await tx.actionEvent.findMany({
    where: scored,
    include: { action: { select: { planItem: about } } },
  })
  return [
    ...reviews.map((review) => ({ ...review, ...review.planItem })),
    ...finished.map((event) => ({ ...event, ...event.action.planItem })),
  ]
    .sort((one, other) => +one.on - +other.on || +one.recordedAt - +other.recordedAt)
    .flatMap(({ concernCode, concernLabel, newScore, on }) =>
      newScore === null ? [] : [{ concernCode, concernLabel, score: newScore, on: fromDatabaseDate(on) }],
    )
}
