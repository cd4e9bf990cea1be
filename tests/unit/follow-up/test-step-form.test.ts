import { describe, expect, it } from 'vitest'
import { recordTestStepFormSchema } from '@/lib/follow-up/test-step-form'
import { fieldErrors } from '@/lib/platform/form-errors'

const ID = '01a22a0e-bf09-71a2-a169-e65b4f40da34'
const DAY = { day: '2', month: '3', year: '2026' }
const NO_DAY = { day: '31', month: '2', year: '2026' }

const faultsOf = (typed: Record<string, unknown>) => {
  const posted = { patientId: ID, testId: ID, version: '1', on: DAY, note: '', ...typed }
  const { error } = recordTestStepFormSchema.safeParse(posted)
  return error
    ? fieldErrors(error, recordTestStepFormSchema).map(({ field, message }) => `${field}: ${message}`)
    : []
}

describe('the form of a step of a test', () => {
  it('says at once that the day is none and that the note is missing', () => {
    expect(faultsOf({ step: 'not_needed', on: NO_DAY })).toEqual([
      'on: Date must be a real date',
      'note: Enter why the test is not needed',
    ])
  })

  it('says how the person was told before the day, as the page asks', () => {
    expect(faultsOf({ step: 'told', on: NO_DAY })).toEqual([
      'toldBy: Select how the person was told',
      'on: Date must be a real date',
    ])
  })

  it('asks for neither where the step needs none', () => {
    expect(faultsOf({ step: 'done' })).toEqual([])
    expect(faultsOf({ step: 'not_needed', note: 'x'.repeat(5001) })).toHaveLength(1)
  })
})
