import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { voidFact } from '@/lib/platform/voided-facts'
import { obligationsLeft, owingTeam } from './internal/after-voiding'
import { factsOf, obligationsIn, readCourse } from './internal/assessment-course'
import { followInLedger } from './internal/follow-in-ledger'
import { ledgerChange } from './offer-rules'
import type { voidOfferSchema } from './schema'

/**
 * Marks an offer as recorded in error, and opens again what is to be done without it.
 *
 * @throws NotFound, NotAllowed, RuleBroken if an assessment came of it or it was voided before
 */
export async function voidOffer(actor: Actor, input: z.output<typeof voidOfferSchema>): Promise<null> {
  const { patientId, offerId, reason } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', 'void'])
    const row = await tx.assessmentOffer.findFirst({
      where: { id: offerId, patientId },
      select: { teamId: true },
    })
    if (!row) throw new NotFound()
    const teamId = owingTeam(context, row.teamId)
    const course = await readCourse(tx, patientId, teamId)
    const offer = course.offers.find(({ id }) => id === offerId)
    if (!offer) throw new RuleBroken(VOIDED)
    if (offer.isAssessed) throw new RuleBroken('An assessment came of this offer, so it was made')
    const voiding = { patientId, entity: 'assessment_offer', entityId: offerId, reason }
    if (!(await voidFact(tx, { ...voiding, recordedById: actor.staffId }))) throw new RuleBroken(VOIDED)
    const facts = factsOf(course)
    const left = { ...facts, offers: facts.offers.filter(({ id }) => id !== offerId) }
    await followInLedger(tx, {
      patientId,
      teamId,
      change: ledgerChange(obligationsIn(course), obligationsLeft(left, course.standards)),
      closures: { offer_assessment: 'superseded', record_assessment: 'superseded' },
    })
    await recordAccess(tx, { event: 'assessment_offer.voided', patientId, entityId: offerId })
    return null
  })
}

const VOIDED = 'This offer was marked as recorded in error already'
