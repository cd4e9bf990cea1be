import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { toDatabaseDate } from '@/lib/platform/database-dates'

export type HeldReviewPlan = {
  patientId: string
  diagnosisId: string
  teamId: string
  heldOn: CalendarDate
  outcomeSummary?: string
  shared?: boolean
}

/** A review that the practice held by telephone, with nothing to tell but what it shares. @returns its id */
export async function heldReview(
  actor: Actor,
  { heldOn, outcomeSummary = 'Doing well', shared = false, ...place }: HeldReviewPlan,
): Promise<string> {
  const id = uuidv7()
  await asActor(actor, async (tx) => {
    await tx.cancerCareReview.createMany({
      data: {
        ...place,
        id,
        heldOn: toDatabaseDate(heldOn),
        mode: 'telephone',
        length: 'brief',
        carerPresent: false,
        schemaNumber: 1,
        content: { templateVersion: '2026-11', wishes: null, sections: [] },
        outcomeSummary,
        sharedWithHospital: shared,
        snomedCode: '720006006',
        recordedById: actor.staffId,
      },
    })
    await reconsiderReviews(tx, [place.patientId])
  })
  return id
}
