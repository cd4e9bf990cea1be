import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import type { AccessEvent } from '@/lib/access-log/access-events'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { ReviewChannel, ReviewFactKind } from '@/lib/platform/prisma-client/enums'
import { reconsiderReviews } from '../reconsider-reviews'
import { reviewFactFaults } from '../rules'
import { holdReviewedDiagnosis } from './reviewed-diagnosis'

type Fact = {
  patientId: string
  diagnosisId: string
  kind: ReviewFactKind
  on: CalendarDate
  channel: ReviewChannel | null
  note: string | null
}

/**
 * Records a fact about the reviews after a diagnosis, and what follows from it in the ledger.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the day
 */
export async function writeReviewFact(
  actor: Actor,
  event: AccessEvent,
  fact: Fact,
): Promise<{ factId: string }> {
  const { patientId, diagnosisId, kind, on, channel, note } = fact
  return asActor(actor, async (tx) => {
    const { diagnosis, teamId } = await holdReviewedDiagnosis(tx, actor, fact, 'create')
    const life = await getLifeDates(tx, patientId)
    const faults = reviewFactFaults(kind, on, { ...life, ...diagnosis, today: today() })
    if (faults.length > 0) throw new RuleBroken(faults)
    const id = uuidv7()
    const recorded = { recordedAt: now(), recordedById: actor.staffId }
    await tx.reviewFact.createMany({
      data: { id, patientId, teamId, diagnosisId, kind, on: toDatabaseDate(on), channel, note, ...recorded },
    })
    await reconsiderReviews(tx, [patientId])
    await recordAccess(tx, { event, patientId, entityId: id })
    return { factId: id }
  })
}
