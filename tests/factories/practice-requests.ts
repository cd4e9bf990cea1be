import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { askPractice } from '@/lib/practice-requests/ask-practice'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import type { PracticeRequestView, WantedRequest } from '@/lib/practice-requests/request'
import { emptyContent } from '@/lib/treatment-summaries/draft-content'
import { frozenSummaryOf } from '@/lib/treatment-summaries/frozen-summary'
import { recordedDiagnosis } from './diagnoses'

export type SummaryPlan = {
  diagnosisId?: string
  phase?: string
  phaseEndedOn?: CalendarDate
  /** The team of a practice that it is sent to in the service. */
  sentTo?: string
}

/** What a frozen summary says of whose it is; nobody who reads requests reads that. */
const SIGNED_ABOUT = {
  person: {
    givenName: 'Anne',
    familyName: 'Smith',
    preferredName: null,
    nhsNumber: '9990000018',
    bornOn: '1961-02-03',
  },
  team: { name: 'Breast team', organisation: 'A trust', telephone: null },
}

/**
 * A summary signed once, written down without its form: of a diagnosis of its own, unless one is given.
 *
 * @param actor a clinician of the team
 * @returns its id, and of what was sent, if it was
 */
export async function signedSummary(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: SummaryPlan = {},
): Promise<{ summaryId: string; deliveryId: string | null }> {
  const phaseEndedOn = plan.phaseEndedOn ?? addDays(today(), -14)
  const diagnosedOn = addDays(phaseEndedOn, -120)
  const diagnosisId = plan.diagnosisId ?? (await recordedDiagnosis(actor, patientId, { diagnosedOn }))
  const [summaryId, versionId, deliveryId] = [uuidv7(), uuidv7(), plan.sentTo ? uuidv7() : null]
  await asActor(actor, async (tx) => {
    await tx.treatmentSummary.create({
      data: {
        id: summaryId,
        patientId,
        teamId,
        diagnosisId,
        phase: plan.phase ?? 'Surgery and radiotherapy',
        phaseEndedOn: toDatabaseDate(phaseEndedOn),
        content: emptyContent(),
        draftedAt: null,
        createdById: actor.staffId,
      },
    })
    await tx.treatmentSummaryVersion.create({
      data: {
        id: versionId,
        patientId,
        summaryId,
        teamId,
        number: 1,
        schemaNumber: 1,
        content: frozenSummaryOf(
          { ...SIGNED_ABOUT, phase: plan.phase ?? 'Surgery and radiotherapy', phaseEndedOn },
          emptyContent(),
          { on: today(), by: 'Beryl Jones' },
        ),
        contentHash: '0'.repeat(64),
        changes: [],
        signedOn: toDatabaseDate(today()),
        signedById: actor.staffId,
      },
    })
    if (deliveryId && plan.sentTo)
      await tx.treatmentSummaryDelivery.create({
        data: {
          id: deliveryId,
          patientId,
          versionId,
          recipient: 'practice',
          teamId: plan.sentTo,
          channel: 'in_service',
          sentOn: toDatabaseDate(today()),
          recordedById: actor.staffId,
        },
      })
    return null
  })
  return { summaryId, deliveryId }
}

/** A request as the content of a summary has it: without a plan, a bone density scan in 30 days. */
export function wantedRequest(known: Partial<WantedRequest> = {}): WantedRequest {
  return {
    code: 'bone_density',
    what: 'Arrange a bone density scan',
    detail: 'An aromatase inhibitor thins the bones',
    snomedCode: null,
    dueOn: addDays(today(), 30),
    ...known,
  }
}

export type AskingPlan = SummaryPlan & { requests?: readonly Partial<WantedRequest>[]; summaryId?: string }

/**
 * What a signed summary asks of a practice: of a new summary, unless one is given.
 *
 * @param actor a clinician of the team
 * @returns each request, as it stands
 */
export async function askedOfPractice(
  actor: Actor,
  place: { patientId: string; teamId: string; practiceTeamId: string },
  plan: AskingPlan = {},
): Promise<PracticeRequestView[]> {
  const { patientId, teamId } = place
  const summaryId = plan.summaryId ?? (await signedSummary(actor, patientId, teamId, plan)).summaryId
  const requests = (plan.requests ?? [{}]).map(wantedRequest)
  await asActor(actor, (tx) => askPractice(tx, actor, { ...place, summaryId, requests }))
  return asActor(actor, (tx) => listRequestsOfSummary(tx, summaryId))
}
