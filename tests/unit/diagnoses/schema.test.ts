import { describe, expect, it } from 'vitest'
import { changeTreatmentSchema, recordDiagnosisSchema, recordTreatmentSchema } from '@/lib/diagnoses/schema'
import { atInstant } from '@/lib/platform/clock'

const id = '01900000-0000-7000-8000-000000000001'
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
      patientId: id,
      icd10Code: 'C50.9',
      laterality: 'L',
      diagnosedOn: '2026-01-02',
      stageInWords: null,
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
