import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { changeDiagnosis } from '@/lib/diagnoses/change-diagnosis'
import { changeTreatment } from '@/lib/diagnoses/change-treatment'
import { getDiagnosis } from '@/lib/diagnoses/get-diagnosis'
import { getTreatment } from '@/lib/diagnoses/get-treatment'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
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

const ago = (days: number) => addDays(today(), -days)
const told = {
  ...NOTHING_MORE_OF_A_DIAGNOSIS,
  icd10Code: 'C50.9',
  laterality: 'L' as const,
  diagnosedOn: ago(40),
}
const staged = {
  grade: 'G2' as const,
  tCategory: 'pT2',
  nCategory: 'pN1',
  mCategory: 'cM0',
  tnmEdition: '8' as const,
  stageGroup: 'IIB',
  basisOfDiagnosis: '7' as const,
}

let database: TestDatabase
let clinician: Actor
let colleague: Actor
let breast: string
let patientId: string
let diagnosisId: string

beforeAll(async () => {
  database = await freshApplication()
  const teams = { 'ZT101-BREAST': 'clinician' as const }
  breast = await teamId(database.pools.owner, 'ZT101-BREAST')
  clinician = await actorAtWork(database.pools.owner, { teams })
  colleague = await actorAtWork(database.pools.owner, { givenName: 'Bella', familyName: 'Rao', teams })
})
afterAll(() => database.drop())
beforeEach(async () => {
  patientId = await admittedPatient(clinician, breast)
  diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: told.diagnosedOn })
})

const change = (known: object = {}, version = 1) => ({ ...told, patientId, diagnosisId, version, ...known })

describe('a diagnosis that is changed', () => {
  it('says what it says now, what it said before, who changed it, and is logged', async () => {
    await changeDiagnosis(clinician, change(staged))
    await changeDiagnosis(colleague, change({ ...staged, stageGroup: 'IIA', stageInWords: 'Early' }, 2))
    const { diagnosis, history } = await getDiagnosis(clinician, patientId, diagnosisId)
    expect(diagnosis).toMatchObject({ ...staged, stageGroup: 'IIA', stageInWords: 'Early', version: 3 })
    expect(history.map(({ version, by }) => [version, by])).toEqual([
      [2, 'Bella Rao'],
      [1, 'Beryl Jones'],
    ])
    expect(history[0]?.differences).toEqual([
      { label: 'Stage group', before: 'IIB', after: 'IIA' },
      { label: 'Stage in words', before: 'nothing', after: 'Early' },
    ])
    expect(history[1]?.differences).toContainEqual({
      label: 'TNM',
      before: 'nothing',
      after: 'pT2 pN1 cM0 (TNM 8)',
    })
    const { rows } = await database.pools.auditor.query(
      `select from access_log where patient_id = $1 and event = 'diagnosis.changed'`,
      [patientId],
    )
    expect(rows).toHaveLength(2)
  })

  it('by somebody else meanwhile says by whom and both values, and nothing is overwritten', async () => {
    await changeDiagnosis(colleague, change({ ...staged, stageGroup: 'IIB' }))
    const late = changeDiagnosis(clinician, change({ ...staged, stageGroup: 'IIIA' }))
    await expect(late).rejects.toMatchObject({
      name: 'Stale',
      changedBy: 'Bella Rao',
      differences: [{ label: 'Stage group', theirs: 'IIB', yours: 'IIIA' }],
    })
    const { diagnosis, history } = await getDiagnosis(clinician, patientId, diagnosisId)
    expect([diagnosis.stageGroup, history.length]).toEqual(['IIB', 1])
  })

  it('is held to the site, the life and what stands on it, and then nothing is written', async () => {
    await recordedTreatment(clinician, patientId, { diagnosisId, startedOn: ago(30) })
    const wrong = change({ ...staged, tCategory: 'pT9', grade: 'GG1', diagnosedOn: ago(29) })
    await expect(changeDiagnosis(clinician, wrong)).rejects.toMatchObject({
      errors: [{ field: 'tCategory' }, { field: 'grade' }, { field: 'diagnosedOn' }],
    })
    const { diagnosis, history } = await getDiagnosis(clinician, patientId, diagnosisId)
    expect([diagnosis.version, history]).toEqual([1, []])
  })

  it('is a clinician’s to change, of the person’s own team, and not once recorded in error', async () => {
    const worker = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
    const stranger = await actorAtWork(database.pools.owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
    await expect(changeDiagnosis(worker, change())).rejects.toThrow(NotAllowed)
    await expect(changeDiagnosis(stranger, change())).rejects.toThrow(NotFound)
    await expect(changeDiagnosis(clinician, change({ diagnosisId: patientId }))).rejects.toThrow(NotFound)
    await expect(getDiagnosis(worker, patientId, diagnosisId, 'update')).rejects.toThrow(NotAllowed)
    await voidDiagnosis(clinician, { patientId, diagnosisId, version: 1, reason: 'Wrong person' })
    await expect(changeDiagnosis(clinician, change({}, 2))).rejects.toThrow('recorded in error')
    const { history } = await getDiagnosis(worker, patientId, diagnosisId)
    expect(history).toMatchObject([{ version: 1, by: 'Beryl Jones', differences: [] }])
  })

  it('keeps nothing of what was before out of the trigger’s hands', async () => {
    const client = await database.pools.app.connect()
    await client.query('begin')
    await client.query("select set_config('app.session', $1, true)", [clinician.sessionId])
    const unseen = client.query(`update diagnosis set stage_group = 'IV' where id = $1`, [diagnosisId])
    await expect(unseen).rejects.toThrow('moves its version by one')
    await client.query('rollback')
    client.release()
  })
})

describe('a recurrence', () => {
  const again = { kind: 'recurrence' as const, diagnosedOn: ago(5) }

  it('stands beside its primary, which it names and cannot be voided under', async () => {
    const id = await recordedDiagnosis(clinician, patientId, { ...again, primaryDiagnosisId: diagnosisId })
    const { primary } = await getDiagnosis(clinician, patientId, id)
    expect(primary?.id).toBe(diagnosisId)
    const { later } = await getDiagnosis(clinician, patientId, diagnosisId)
    expect(later.map((one) => one.id)).toEqual([id])
    const voiding = voidDiagnosis(clinician, { patientId, diagnosisId, version: 1, reason: 'Wrong' })
    await expect(voiding).rejects.toThrow('A recurrence or progression on the record is of this diagnosis')
    const kept = changeDiagnosis(clinician, change({ kind: 'progression', primaryDiagnosisId: id }))
    await expect(kept).rejects.toMatchObject({
      errors: [{ field: 'primaryDiagnosisId' }, { field: 'diagnosedOn' }, { field: 'kind' }],
    })
  })

  it('is of a primary of the same person, and not before it', async () => {
    const other = await admittedPatient(clinician, breast)
    const record = (known: object, whose = patientId) =>
      recordedDiagnosis(clinician, whose, { ...again, primaryDiagnosisId: diagnosisId, ...known })
    await expect(record({}, other)).rejects.toThrow(NotFound)
    await expect(record({ primaryDiagnosisId: null })).rejects.toThrow(RuleBroken)
    await expect(record({ diagnosedOn: ago(41) })).rejects.toMatchObject({
      errors: [{ field: 'diagnosedOn' }],
    })
    const itself = changeDiagnosis(clinician, change({ kind: 'recurrence', primaryDiagnosisId: diagnosisId }))
    await expect(itself).rejects.toThrow('cannot be a recurrence of itself')
  })
})

describe('a treatment that is changed', () => {
  it('says how it ended, who gave it, and what it said before', async () => {
    const treatmentId = await recordedTreatment(clinician, patientId, { diagnosisId, startedOn: ago(30) })
    const input = { ...NOTHING_MORE_OF_A_TREATMENT, patientId, treatmentId, version: 1, diagnosisId }
    const ended = { modality: '01' as const, startedOn: ago(30), endedOn: ago(29), outcome: '3' as const }
    await changeTreatment(clinician, { ...input, ...ended, givenBy: 'Westbourne Hospital' })
    const { treatment, history } = await getTreatment(clinician, patientId, treatmentId)
    expect(treatment).toMatchObject({ outcome: '3', givenBy: 'Westbourne Hospital' })
    expect(history[0]?.differences).toContainEqual({
      label: 'How it ended',
      before: 'Not recorded',
      after: 'Stopped early: side effects',
    })
    const late = changeTreatment(clinician, { ...input, ...ended, endedOn: null, outcome: '1' })
    await expect(late).rejects.toMatchObject({ errors: [{ field: 'outcome' }] })
    await expect(changeTreatment(clinician, { ...input, ...ended })).rejects.toThrow(Stale)
  })
})
