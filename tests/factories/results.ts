import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { Protocol } from '@/lib/follow-up/protocol'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import { getResult } from '@/lib/results/queries'
import { reviewResult } from '@/lib/results/review-result'
import { fileResult } from '@/lib/results/file-result'
import { recordedDiagnosis } from './diagnoses'

type Filing = Parameters<typeof fileResult>[1]

/** A result as the form posts it: without a change, a PSA of today that is in range. */
function typedResult(patientId: string, change: Partial<Filing> = {}): Filing {
  return {
    patientId,
    code: 'psa',
    value: '<0.01',
    unit: 'µg/L',
    reportText: null,
    outcome: undefined,
    sampledOn: today(),
    confirmedSlip: null,
    answers: 'by_date',
    replaces: undefined,
    ...change,
  }
}

/** A result, filed as the form does. @returns its id */
export function filedResult(actor: Actor, patientId: string, change: Partial<Filing> = {}): Promise<string> {
  return fileResult(actor, typedResult(patientId, change))
}

type Review = Parameters<typeof reviewResult>[1]

/** A review of a result as the page that was just opened posts it: nothing changes unless something is said. */
export async function reviewedAsShown(
  actor: Actor,
  place: { patientId: string; resultId: string },
  change: Partial<Review> = {},
): Promise<void> {
  const { result } = await getResult(actor, place)
  await reviewResult(actor, {
    patientId: place.patientId,
    resultId: result.id,
    judgementId: result.judgementId,
    decision: 'continue',
    repeatOn: null,
    suspendUntil: null,
    note: null,
    ...change,
  })
}

export type PathwayPlan = {
  protocol: Protocol
  anchorOn?: CalendarDate
  /** What was over by then is not owed. */
  startedOn?: CalendarDate
  /** Of the diagnosis; of the prostate without it. */
  icd10Code?: string
}

/**
 * Somebody on a follow-up pathway, written down without its form.
 *
 * @param actor a clinician of the team
 * @returns the pathway's id
 */
export async function followedUp(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: PathwayPlan,
): Promise<string> {
  const { protocol, anchorOn = addMonths(today(), -12), startedOn = anchorOn, icd10Code = 'C61' } = plan
  const diagnosisId = await recordedDiagnosis(actor, patientId, {
    diagnosedOn: addDays(anchorOn, -60),
    icd10Code,
    laterality: '8',
  })
  const [decisionId, pathwayId] = [uuidv7(), uuidv7()]
  await asActor(actor, async (tx) => {
    await tx.stratificationDecision.create({
      data: {
        id: decisionId,
        patientId,
        teamId,
        diagnosisId,
        stream: 'supported_self_management',
        criteria: {},
        canSelfManage: true,
        isDigital: true,
        reasons: 'Low risk and well',
        prerequisites: {},
        decidedOn: toDatabaseDate(anchorOn),
      },
    })
    await tx.followUpPathway.create({
      data: {
        id: pathwayId,
        patientId,
        teamId,
        diagnosisId,
        decisionId,
        anchorOn: toDatabaseDate(anchorOn),
        startedOn: toDatabaseDate(startedOn),
      },
    })
    await tx.pathwayProtocol.create({
      data: {
        id: uuidv7(),
        patientId,
        pathwayId,
        number: 1,
        protocolCode: protocol.id,
        protocolVersion: protocol.version,
        content: protocol as unknown as Prisma.InputJsonValue,
        overrides: [],
      },
    })
    await reconsiderPathway(tx, pathwayId)
    return null
  })
  return pathwayId
}
