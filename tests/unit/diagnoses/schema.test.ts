import { describe, expect, it } from 'vitest'
import { changeTreatmentSchema, recordDiagnosisSchema, recordTreatmentSchema } from '@/lib/diagnoses/schema'
import { atInstant } from '@/lib/platform/clock'

const id = '01900000-0000-7000-8000-000000000001'
const NOTHING_MORE = {
  kind: 'primary',
  primaryDiagnosisId: null,
  diagnosedOnPrecision: 'day',
  basisOfDiagnosis: null,
  grade: null,
  tCategory: null,
  nCategory: null,
  mCategory: null,
  tnmEdition: null,
  stageGroup: null,
  stageInWords: null,
}
const on = (day: string, month: string, year: string) => ({ day, month, year })
const diagnosis = { patientId: id, icd10Code: 'c509', laterality: 'L', diagnosedOn: on('2', '1', '2026') }
const treatment = { patientId: id, modality: '01', startedOn: on('2', '1', '2026') }

function faults(schema: typeof recordDiagnosisSchema | typeof recordTreatmentSchema, posted: unknown) {
  const result = atInstant(new Date('2026-11-21T12:00:00Z'), () => schema.safeParse(posted))
  return result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []
}

describe('the form of a diagnosis', () => {
  it('takes a code however it is written', () => {
    expect(recordDiagnosisSchema.parse(diagnosis)).toEqual({
      ...NOTHING_MORE,
      patientId: id,
      icd10Code: 'C50.9',
      laterality: 'L',
      diagnosedOn: '2026-01-02',
    })
  })

  it('says what is missing, at each field', () => {
    expect(faults(recordDiagnosisSchema, { patientId: id })).toEqual([
      ['icd10Code', 'Enter the ICD-10 code'],
      ['laterality', 'Select which side'],
      ['diagnosedOn', 'Enter date of diagnosis'],
    ])
  })

  it.each(['J45', 'C98', 'nonsense'])('refuses %s, which is no cancer', (icd10Code) => {
    expect(faults(recordDiagnosisSchema, { ...diagnosis, icd10Code })).toEqual([
      ['icd10Code', 'ICD-10 code must be one of a cancer, for example C50.9 or D05'],
    ])
  })
})

describe('what the form of a diagnosis takes', () => {
  it.each([
    [on('', '3', '2026'), '2026-03-01', 'month'],
    [on('', 'march', '2026'), '2026-03-01', 'month'],
    [on('', '', '2025'), '2025-01-01', 'year'],
    [on('3', '2', '2026'), '2026-02-03', 'day'],
  ])('as a date, %o', (diagnosedOn, first, precision) => {
    const told = recordDiagnosisSchema.parse({ ...diagnosis, diagnosedOn })
    expect([told.diagnosedOn, told.diagnosedOnPrecision]).toEqual([first, precision])
  })

  it.each([
    [{ tCategory: 'pT2' }, { tCategory: 'pT2' }],
    [{ tCategory: ' Pt1B (2) ' }, { tCategory: 'pT1b2' }],
    [{ tCategory: 'ypt1MI' }, { tCategory: 'ypT1mi' }],
    [{ nCategory: 'cN2A' }, { nCategory: 'cN2a' }],
    [{ mCategory: 'c0' }, { mCategory: 'cM0' }],
    [{ tCategory: 'pTX' }, { tCategory: 'pTX' }],
    [{ stageGroup: 'Stage iia' }, { stageGroup: 'IIA' }],
    [{ stageGroup: '0is' }, { stageGroup: '0is' }],
    [{ kind: 'primary', primaryDiagnosisId: id }, { primaryDiagnosisId: null }],
  ])('as a stage, %o', (typed, stored) => {
    expect(recordDiagnosisSchema.parse({ ...diagnosis, ...typed })).toMatchObject(stored)
  })

  it.each([
    [{ diagnosedOn: on('', '13', '2026') }, 'diagnosedOn-month', 'Date of diagnosis must be a real date'],
    [{ diagnosedOn: on('', '3', '') }, 'diagnosedOn-year', 'Date of diagnosis must include a year'],
    [{ diagnosedOn: on('', '12', '2026') }, 'diagnosedOn', 'Date of diagnosis must be today or in the past'],
    [{ tCategory: 'T2' }, 'tCategory', 'T must begin with c (clinical) or p (pathological), for example pT2'],
    [{ tCategory: 'pN2' }, 'tCategory', 'T must be a category of TNM, for example pT2'],
    [{ tnmEdition: '6' }, 'tnmEdition', 'Select the edition of TNM'],
    [{ grade: 'high' }, 'grade', 'Select the grade'],
    [
      { stageGroup: 'locally advanced' },
      'stageGroup',
      'Stage group must be one such as IIA. Put anything else in the stage in words',
    ],
  ])('and refuses %o', (wrong, field, message) => {
    const [fault] = faults(recordDiagnosisSchema, { ...diagnosis, ...wrong })
    expect([fault?.[0]?.replace('.', '-'), fault?.[1]]).toEqual([field, message])
  })
})

describe('the form of a treatment', () => {
  it('takes what was left empty as not said', () => {
    const posted = { ...treatment, intent: '', diagnosisId: '', note: ' ' }
    expect(recordTreatmentSchema.parse(posted)).toMatchObject({
      intent: null,
      diagnosisId: null,
      endedOn: null,
      note: null,
    })
  })

  it.each([
    [{ modality: '99' }, 'modality', 'Select the kind of treatment'],
    [{ modality: '' }, 'modality', 'Select the kind of treatment'],
    [{ intent: 'cure' }, 'intent', 'Select the intent'],
    [{ diagnosisId: 'x' }, 'diagnosisId', 'Select a diagnosis'],
    [{ startedOn: on('31', '2', '2026') }, 'startedOn', 'Start of treatment must be a real date'],
    [{ endedOn: on('22', '11', '2026') }, 'endedOn', 'End of treatment must be today or in the past'],
  ])('refuses %o', (wrong, field, message) => {
    expect(faults(recordTreatmentSchema, { ...treatment, ...wrong })).toEqual([[field, message]])
  })

  it('needs the version that was shown, to change one', () => {
    const result = changeTreatmentSchema.safeParse({ ...treatment, treatmentId: id, version: '0' })
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['version'])
  })
})
