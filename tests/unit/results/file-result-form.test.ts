import { describe, expect, it } from 'vitest'
import { fieldErrors } from '@/lib/platform/form-errors'
import { fileResultFormSchema } from '@/lib/results/file-result-form'

const POSTED = {
  patientId: '01a22a0e-bf09-71a2-a169-e65b4f40da34',
  examined: 'psa',
  value: '0.05',
  unit: 'µg/L',
  sampledOn: { day: '2', month: '3', year: '2026' },
}
const EMPTY_DAY = { day: '', month: '', year: '' }

const faultsOf = (typed: Record<string, unknown>) => {
  const { error } = fileResultFormSchema.safeParse({ ...POSTED, ...typed })
  return error
    ? fieldErrors(error, fileResultFormSchema).map(({ field, message }) => `${field}: ${message}`)
    : []
}

describe('the form that files a result', () => {
  it('takes what can be read', () => {
    expect(faultsOf({})).toEqual([])
    expect(
      faultsOf({ examined: 'mri_prostate', reportText: 'As before', outcome: 'nothing_new', value: '' }),
    ).toEqual([])
  })

  it('says at once, in the order of the page, what is missing', () => {
    expect(faultsOf({ value: '', sampledOn: EMPTY_DAY })).toEqual([
      'value: Enter the value',
      'sampledOn: Enter date of the sample or examination',
    ])
    expect(faultsOf({ value: '', unit: '', examined: 'afp' })).toEqual([
      'value: Enter the value',
      'unit: Select the unit',
    ])
  })

  it('says at once what cannot be read', () => {
    expect(
      faultsOf({ value: 'abc', sampledOn: { day: '31', month: '2', year: '2027' } }).map(
        (fault) => fault.split(':')[0],
      ),
    ).toEqual(['value', 'sampledOn'])
  })

  it('says of a report what it lacks with its day', () => {
    expect(faultsOf({ examined: 'mri_prostate', reportText: '', outcome: '', sampledOn: EMPTY_DAY })).toEqual(
      [
        'reportText: Enter what the report says',
        'outcome: Select what it comes to',
        'sampledOn: Enter date of the sample or examination',
      ],
    )
  })

  it('says one thing of one field', () => {
    expect(faultsOf({ value: 'x'.repeat(5000) })).toHaveLength(1)
    expect(
      faultsOf({ examined: 'mri_prostate', reportText: 'x'.repeat(20_001), outcome: 'nothing_new' }),
    ).toHaveLength(1)
  })
})
