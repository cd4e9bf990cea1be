import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { changeTreatment } from '@/lib/diagnoses/change-treatment'
import { endTreatmentPhase } from '@/lib/diagnoses/end-treatment-phase'
import { getPerformanceStatuses } from '@/lib/diagnoses/get-performance-statuses'
import { getTreatmentPhase } from '@/lib/diagnoses/get-treatment-phase'
import { recordPerformanceStatus } from '@/lib/diagnoses/record-performance-status'
import { voidPerformanceStatus } from '@/lib/diagnoses/void-performance-status'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import {
  begunPhase,
  NOTHING_MORE_OF_A_TREATMENT,
  recordedDiagnosis,
  recordedTreatment,
} from '@/tests/factories/diagnoses'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const ago = (days: number) => addDays(today(), -days)

let database: TestDatabase
let clinician: Actor
let worker: Actor
let stranger: Actor
let breast: string
let patientId: string
let diagnosisId: string

beforeAll(async () => {
  database = await freshApplication()
  const { owner } = database.pools
  breast = await teamId(owner, 'ZT101-BREAST')
  clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
  worker = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
  stranger = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
})
afterAll(() => database.drop())
beforeEach(async () => {
  patientId = await admittedPatient(clinician, breast)
  diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(60) })
})

async function logged(event: string): Promise<number> {
  const { rows } = await database.pools.auditor.query(
    'select from access_log where patient_id = $1 and event = $2',
    [patientId, event],
  )
  return rows.length
}

describe('a phase of treatment', () => {
  it('ends once each of its treatments has, and keeps what it said before', async () => {
    const phaseId = await begunPhase(clinician, patientId, { diagnosisId, startedOn: ago(50) })
    const within = { diagnosisId, phaseId, startedOn: ago(50) }
    await recordedTreatment(clinician, patientId, { ...within, endedOn: ago(49), outcome: '1' })
    const treatmentId = await recordedTreatment(clinician, patientId, { ...within, modality: '05' })
    const end = { patientId, phaseId, version: 1, endedOn: ago(20) }
    await expect(endTreatmentPhase(clinician, end)).rejects.toMatchObject({
      errors: [{ field: 'endedOn', message: expect.stringContaining('goes on') }],
    })
    await changeTreatment(clinician, {
      ...NOTHING_MORE_OF_A_TREATMENT,
      ...within,
      patientId,
      treatmentId,
      version: 1,
      modality: '05',
      endedOn: ago(19),
    })
    await expect(endTreatmentPhase(clinician, end)).rejects.toThrow('when its last treatment ended')
    await endTreatmentPhase(clinician, { ...end, endedOn: ago(19) })
    const { phase, treatments, history } = await getTreatmentPhase(worker, patientId, phaseId)
    expect(phase).toMatchObject({ name: 'First treatment', endedOn: ago(19), version: 2 })
    expect(treatments).toHaveLength(2)
    expect(history).toMatchObject([{ version: 1, differences: [{ label: 'End', before: 'goes on' }] }])
    expect(await logged('treatment_phase.ended')).toBe(1)
    await expect(endTreatmentPhase(clinician, { ...end, endedOn: ago(18) })).rejects.toThrow(Stale)
  })

  it('begins with its diagnosis or after, and takes only treatments of that diagnosis within it', async () => {
    const early = begunPhase(clinician, patientId, { diagnosisId, startedOn: ago(61) })
    await expect(early).rejects.toMatchObject({ errors: [{ field: 'startedOn' }] })
    const phaseId = await begunPhase(clinician, patientId, { diagnosisId, startedOn: ago(50) })
    for (const wrong of [{ diagnosisId: null }, { startedOn: ago(51) }]) {
      const treatment = recordedTreatment(clinician, patientId, {
        diagnosisId,
        phaseId,
        startedOn: ago(50),
        ...wrong,
      })
      await expect(treatment).rejects.toMatchObject({ errors: [{ field: 'phaseId' }] })
    }
  })

  it('is a clinician’s to begin and end, of the person’s own team, and of that person alone', async () => {
    const plan = { diagnosisId, startedOn: ago(50) }
    await expect(begunPhase(worker, patientId, plan)).rejects.toThrow(NotAllowed)
    await expect(begunPhase(stranger, patientId, plan)).rejects.toThrow(NotFound)
    const other = await admittedPatient(clinician, breast)
    await expect(begunPhase(clinician, other, plan)).rejects.toThrow(NotFound)
    const phaseId = await begunPhase(clinician, patientId, plan)
    const end = { patientId, phaseId, version: 1, endedOn: ago(1) }
    await expect(endTreatmentPhase(worker, end)).rejects.toThrow(NotAllowed)
    await expect(endTreatmentPhase(clinician, { ...end, patientId: other })).rejects.toThrow(NotFound)
    await expect(recordedTreatment(clinician, other, { phaseId, startedOn: ago(50) })).rejects.toThrow(
      NotFound,
    )
    await expect(getTreatmentPhase(stranger, patientId, phaseId)).rejects.toThrow(NotFound)
  })
})

describe('a performance status', () => {
  it('is a fact: recorded, shown to all who have the person in care, and voided with a reason', async () => {
    const told = { patientId, grade: '1' as const, assessedOn: ago(10) }
    const { performanceStatusId } = await recordPerformanceStatus(clinician, told)
    await recordPerformanceStatus(clinician, { ...told, grade: '2', assessedOn: ago(3) })
    const input = { patientId, performanceStatusId, reason: 'Another person’s' }
    await expect(voidPerformanceStatus(worker, input)).rejects.toThrow(NotAllowed)
    await voidPerformanceStatus(clinician, input)
    await expect(voidPerformanceStatus(clinician, input)).rejects.toThrow(RuleBroken)
    const { statuses, mayRecord } = await getPerformanceStatuses(worker, patientId)
    expect(statuses).toMatchObject([
      { grade: '2', voided: null },
      { grade: '1', voided: { reason: 'Another person’s', by: 'Beryl Jones' } },
    ])
    expect(mayRecord).toBe(false)
    expect(await logged('performance_status.recorded')).toBe(2)
    expect(await logged('performance_status.voided')).toBe(1)
  })

  it('is not of a day before birth or after death, nor anybody else’s to record or void', async () => {
    const told = { patientId, grade: '0' as const, assessedOn: '1900-01-01' }
    await expect(recordPerformanceStatus(clinician, told)).rejects.toMatchObject({
      errors: [{ field: 'assessedOn' }],
    })
    await expect(recordPerformanceStatus(worker, { ...told, assessedOn: ago(1) })).rejects.toThrow(NotAllowed)
    const { performanceStatusId } = await recordPerformanceStatus(clinician, { ...told, assessedOn: ago(1) })
    const other = await admittedPatient(clinician, breast)
    const input = { patientId: other, performanceStatusId, reason: 'Wrong' }
    await expect(voidPerformanceStatus(clinician, input)).rejects.toThrow(NotFound)
  })
})
