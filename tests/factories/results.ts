import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { Protocol } from '@/lib/follow-up/protocol'
import { fileResult } from '@/lib/results/file-result'
import { recordedDiagnosis } from './diagnoses'

type Filing = Parameters<typeof fileResult>[1]

/** A result as the form posts it: without a change, a PSA of today that is in range. */
export function typedResult(patientId: string, change: Partial<Filing> = {}): Filing {
  return {
    patientId,
    code: 'psa',
    value: '<0.01',
    unit: 'µg/L',
    reportText: null,
    outcome: undefined,
    sampledOn: today(),
    confirmedSlip: null,
    replaces: undefined,
    ...change,
  }
}

/** A result, filed as the form does. @returns its id */
export function filedResult(actor: Actor, patientId: string, change: Partial<Filing> = {}): Promise<string> {
  return fileResult(actor, typedResult(patientId, change))
}

export type PathwayPlan = {
  protocol: Protocol
  anchorOn?: CalendarDate
  overrides?: Prisma.InputJsonValue
  /** Tests that are due, by their code; the window of each began two weeks before it. */
  due?: readonly { test: string; on: CalendarDate }[]
}

/**
 * Somebody on a follow-up pathway, written down without its form.
 *
 * @param actor a clinician of the team
 * @returns ids of the pathway and of its tests, in order
 */
export async function followedUp(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: PathwayPlan,
): Promise<{ pathwayId: string; testIds: string[] }> {
  const { protocol, anchorOn = addMonths(today(), -12), overrides = [], due = [] } = plan
  const diagnosisId = await recordedDiagnosis(actor, patientId, {
    diagnosedOn: addDays(anchorOn, -60),
    icd10Code: 'C61',
    laterality: null,
  })
  const [decisionId, pathwayId] = [uuidv7(), uuidv7()]
  const tests = due.map((one) => ({ ...one, id: uuidv7() }))
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
        startedOn: toDatabaseDate(anchorOn),
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
        overrides,
      },
    })
    for (const { id, test, on } of tests)
      await tx.surveillanceTest.create({
        data: {
          id,
          patientId,
          pathwayId,
          teamId,
          itemCode: test,
          occurrence: on,
          testCode: test,
          dueOn: toDatabaseDate(on),
          windowFrom: toDatabaseDate(addDays(on, -14)),
          overdueOn: toDatabaseDate(addDays(on, 28)),
        },
      })
    return null
  })
  return { pathwayId, testIds: tests.map(({ id }) => id) }
}
