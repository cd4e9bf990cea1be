import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { changeTreatment } from '@/lib/diagnoses/change-treatment'
import { getDiagnosis } from '@/lib/diagnoses/get-diagnosis'
import { getTreatment } from '@/lib/diagnoses/get-treatment'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { voidTreatment } from '@/lib/diagnoses/void-treatment'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { completedAssessment } from '@/tests/factories/assessments'
import {
  NOTHING_MORE_OF_A_DIAGNOSIS,
  NOTHING_MORE_OF_A_TREATMENT,
  recordedDiagnosis,
  recordedTreatment,
} from '@/tests/factories/diagnoses'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

/** Defaults of the columns of `team`. */
const DAYS_AFTER_DIAGNOSIS = 31
const DAYS_AFTER_TREATMENT = 42

const ago = (days: number) => addDays(today(), -days)

let database: TestDatabase
let clinician: Actor
let breast: string
let patientId: string

beforeAll(async () => {
  database = await freshApplication()
  breast = await teamId(database.pools.owner, 'ZT101-BREAST')
  clinician = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
})
afterAll(() => database.drop())
beforeEach(async () => {
  patientId = await admittedPatient(clinician, breast)
})

function openOffers(): Promise<CalendarDate[]> {
  return asActor(clinician, async (tx) => {
    const open = await tx.task.findMany({ where: { patientId, kind: 'offer_assessment', closedAt: null } })
    return open.map(({ dueOn }) => fromDatabaseDate(dueOn))
  })
}

async function logged(event: string): Promise<number> {
  const { rows } = await database.pools.auditor.query(
    'select from access_log where patient_id = $1 and event = $2',
    [patientId, event],
  )
  return rows.length
}

describe('a diagnosis', () => {
  it('is recorded with its tumour group, is logged, and an assessment falls due to be offered', async () => {
    const diagnosedOn = ago(10)
    const id = await recordedDiagnosis(clinician, patientId, { diagnosedOn, stageInWords: 'Stage IIA' })
    const { diagnosis } = await getDiagnosis(clinician, patientId, id)
    expect(diagnosis).toMatchObject({
      icd10Code: 'C50.9',
      tumourGroup: 'breast',
      laterality: 'L',
      diagnosedOn,
      stageInWords: 'Stage IIA',
      recordedBy: 'Beryl Jones',
      voided: null,
    })
    expect(await openOffers()).toEqual([addDays(diagnosedOn, DAYS_AFTER_DIAGNOSIS)])
    expect(await logged('diagnosis.recorded')).toBe(1)
  })

  it('is not recorded twice, nor after a death, and then nothing is written', async () => {
    await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(10) })
    await expect(recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(10) })).rejects.toThrow(
      'on the record already',
    )
    await database.superuser.query('update patient set died_on = $2 where id = $1', [patientId, ago(9)])
    await expect(recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(8) })).rejects.toThrow(RuleBroken)
    expect(await logged('diagnosis.recorded')).toBe(1)
  })

  it('opens nothing where the person has been assessed since', async () => {
    await completedAssessment(clinician, patientId, breast, { completedOn: ago(5) })
    await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(300) })
    expect(await openOffers()).toEqual([])
  })

  it('is a clinician’s to record: others of the team are refused, other teams find nobody', async () => {
    const told = {
      ...NOTHING_MORE_OF_A_DIAGNOSIS,
      patientId,
      icd10Code: 'C61',
      laterality: '8' as const,
      diagnosedOn: ago(3),
    }
    const supportWorker = await actorAtWork(database.pools.owner, {
      teams: { 'ZT101-BREAST': 'support_worker' },
    })
    const stranger = await actorAtWork(database.pools.owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
    await expect(recordDiagnosis(supportWorker, told)).rejects.toThrow(NotAllowed)
    await expect(recordDiagnosis(stranger, told)).rejects.toThrow(NotFound)
    const id = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(3) })
    await expect(getDiagnosis(stranger, patientId, id)).rejects.toThrow(NotFound)
    await expect(getDiagnosis(supportWorker, patientId, id)).resolves.toMatchObject({ mayVoid: false })
    await expect(getDiagnosis(supportWorker, patientId, id, 'void')).rejects.toThrow(NotAllowed)
  })

  it('recorded in error stays with the reason, and what was due because of it is due no longer', async () => {
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(10) })
    const input = { patientId, diagnosisId, version: 1, reason: 'Another person’s' }
    await voidDiagnosis(clinician, input)
    const { diagnosis, mayVoid } = await getDiagnosis(clinician, patientId, diagnosisId)
    expect(diagnosis.voided).toMatchObject({ reason: 'Another person’s', by: 'Beryl Jones' })
    expect(mayVoid).toBe(false)
    expect(await openOffers()).toEqual([])
    expect(await logged('diagnosis.voided')).toBe(1)
    await expect(voidDiagnosis(clinician, input)).rejects.toThrow(Stale)
  })

  it('is not voided while a treatment is of it', async () => {
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(10) })
    const treatmentId = await recordedTreatment(clinician, patientId, { startedOn: ago(5), diagnosisId })
    const input = { patientId, diagnosisId, version: 1, reason: 'Wrong' }
    await expect(voidDiagnosis(clinician, input)).rejects.toThrow('A treatment on the record is of this')
    await voidTreatment(clinician, { patientId, treatmentId, version: 1, reason: 'Wrong' })
    await voidDiagnosis(clinician, input)
  })

  it('of another person is not found, whoever asks', async () => {
    const other = await admittedPatient(clinician, breast)
    const diagnosisId = await recordedDiagnosis(clinician, other, { diagnosedOn: ago(10) })
    await expect(getDiagnosis(clinician, patientId, diagnosisId)).rejects.toThrow(NotFound)
    const input = { patientId, diagnosisId, version: 1, reason: 'Wrong' }
    await expect(voidDiagnosis(clinician, input)).rejects.toThrow(NotFound)
    await expect(recordedTreatment(clinician, patientId, { startedOn: ago(5), diagnosisId })).rejects.toThrow(
      NotFound,
    )
  })
})

describe('a treatment', () => {
  const ended = { ...NOTHING_MORE_OF_A_TREATMENT, modality: '01' as const }

  it('that ends makes an assessment due to be offered, once', async () => {
    await recordedTreatment(clinician, patientId, { startedOn: ago(60), endedOn: ago(20) })
    expect(await openOffers()).toEqual([addDays(ago(20), DAYS_AFTER_TREATMENT)])
    await recordedTreatment(clinician, patientId, { startedOn: ago(60), endedOn: ago(15), modality: '05' })
    expect(await openOffers()).toEqual([addDays(ago(20), DAYS_AFTER_TREATMENT)])
    expect(await logged('treatment.recorded')).toBe(2)
  })

  it('goes on until it is changed to have an end', async () => {
    const treatmentId = await recordedTreatment(clinician, patientId, { startedOn: ago(60) })
    expect(await openOffers()).toEqual([])
    await changeTreatment(clinician, {
      ...ended,
      patientId,
      treatmentId,
      version: 1,
      startedOn: ago(60),
      endedOn: ago(1),
    })
    expect(await openOffers()).toEqual([addDays(ago(1), DAYS_AFTER_TREATMENT)])
    const { treatment } = await getTreatment(clinician, patientId, treatmentId)
    expect(treatment).toMatchObject({ endedOn: ago(1), version: 2 })
    expect(await logged('treatment.changed')).toBe(1)
  })

  it('changed by somebody else meanwhile says by whom and what, and nothing is overwritten', async () => {
    const other = await actorAtWork(database.pools.owner, {
      givenName: 'Bella',
      familyName: 'Rao',
      teams: { 'ZT101-BREAST': 'clinician' },
    })
    const treatmentId = await recordedTreatment(clinician, patientId, { startedOn: ago(60), intent: null })
    const change = { ...ended, patientId, treatmentId, version: 1, startedOn: ago(60) }
    await changeTreatment(other, { ...change, endedOn: ago(2) })
    const late = changeTreatment(clinician, { ...change, endedOn: null, note: 'Went well' })
    await expect(late).rejects.toMatchObject({
      name: 'Stale',
      changedBy: 'Bella Rao',
      differences: [
        { label: 'End', theirs: expect.stringMatching(/\d{4}$/), yours: 'goes on' },
        { label: 'Note', theirs: 'nothing', yours: 'Went well' },
      ],
    })
    const { treatment } = await getTreatment(clinician, patientId, treatmentId)
    expect(treatment).toMatchObject({ endedOn: ago(2), note: null })
  })

  it('does not begin before its diagnosis, and is of none that was recorded in error', async () => {
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(10) })
    const before = recordedTreatment(clinician, patientId, { startedOn: ago(11), diagnosisId })
    await expect(before).rejects.toMatchObject({ errors: [{ field: 'startedOn' }] })
    await voidDiagnosis(clinician, { patientId, diagnosisId, version: 1, reason: 'Wrong' })
    const after = recordedTreatment(clinician, patientId, { startedOn: ago(9), diagnosisId })
    await expect(after).rejects.toMatchObject({ errors: [{ field: 'diagnosisId' }] })
  })

  it('recorded in error takes back what was due after its end', async () => {
    const treatmentId = await recordedTreatment(clinician, patientId, { startedOn: ago(9), endedOn: ago(8) })
    expect(await openOffers()).toHaveLength(1)
    await voidTreatment(clinician, { patientId, treatmentId, version: 1, reason: 'Did not happen' })
    expect(await openOffers()).toEqual([])
    const again = changeTreatment(clinician, {
      ...ended,
      patientId,
      treatmentId,
      version: 2,
      startedOn: ago(9),
      endedOn: null,
    })
    await expect(again).rejects.toThrow('recorded in error')
  })
})
