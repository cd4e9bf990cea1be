import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { factsOf, obligationsIn, readCourse } from './internal/assessment-course'
import { followInLedger } from './internal/follow-in-ledger'
import type { StandingOffer } from './needs-assessment'
import { ledgerChange, obligationsOf } from './offer-rules'
import { dayFault } from './rules'
import type { OfferInput } from './schema'

/**
 * Records what came of offering an assessment: a fact of its own, however often it is offered. An accepted offer is
 * followed by the assessment, an undecided one by asking again; after the others nothing is open until the next point
 * of the pathway. Recording an accepted one falls to
 * whoever made the offer.
 *
 * @throws NotFound, NotAllowed, RuleBroken at the date
 */
export async function offerAssessment(actor: Actor, input: OfferInput): Promise<{ offerId: string }> {
  const { patientId, teamId: wantedTeam, offeredOn, ...said } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', 'create'])
    const teamId = actingTeam(context, wantedTeam)
    const course = await readCourse(tx, patientId, teamId)
    const fault = dayFault(offeredOn, course.life, today(), 'Date of the offer')
    if (fault) throw new RuleBroken([{ field: 'offeredOn', message: fault }])
    const id = uuidv7()
    const offer: StandingOffer = { ...said, id, offeredOn, recordedAt: now(), isAssessed: false }
    await tx.assessmentOffer.createMany({
      data: {
        ...said,
        id,
        patientId,
        teamId,
        offeredOn: toDatabaseDate(offeredOn),
        recordedAt: offer.recordedAt,
        recordedById: actor.staffId,
      },
    })
    const facts = factsOf(course)
    const after = obligationsOf({ ...facts, offers: [...facts.offers, offer] }, course.standards)
    await followInLedger(tx, {
      patientId,
      teamId,
      recorderId: actor.staffId,
      change: ledgerChange(obligationsIn(course), after, ['offer_assessment']),
      closures: { offer_assessment: 'met', record_assessment: 'superseded' },
    })
    await recordAccess(tx, {
      event: 'assessment_offer.recorded',
      patientId,
      entityId: id,
      detail: { outcome: said.outcome, pathwayPoint: said.pathwayPoint },
    })
    return { offerId: id }
  })
}
