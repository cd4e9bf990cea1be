import { describe, expect, it } from 'vitest'
import { changePathwaySchema } from '@/lib/follow-up/schema'

const ID = '01a22a0e-bf09-71a2-a169-e65b4f40da34'
const DAY = { day: '2', month: '3', year: '2026' }
const POSTED = { patientId: ID, pathwayId: ID, version: '1', on: DAY, reason: 'As agreed' }

const faultsOf = (typed: Record<string, unknown>) =>
  changePathwaySchema
    .safeParse({ ...POSTED, ...typed })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    .sort() ?? []

describe('the form of a step of a pathway', () => {
  it('says everything that an end lacks at once', () => {
    expect(faultsOf({ step: 'ended', reason: '', letter: '' })).toEqual([
      'end: Select why follow-up ends',
      'reason: Enter the reason',
    ])
    expect(faultsOf({ step: 'ended', end: 'discharged', reason: '', letter: ' ' })).toEqual([
      'letter: Enter what the practice is told',
      'reason: Enter the reason',
    ])
  })

  it('says everything that a suspension lacks at once', () => {
    expect(faultsOf({ step: 'suspended', reason: '' })).toEqual([
      'byOn: Enter when to decide whether follow-up goes on',
      'reason: Enter the reason',
    ])
    expect(faultsOf({ step: 'suspended', byOn: { day: '1', month: '3', year: '2026' } })).toEqual([
      'byOn: Day to decide must not be before the suspension',
    ])
  })

  it('says of a letter that is too long that alone', () => {
    const faults = faultsOf({ step: 'ended', end: 'discharged', letter: 'x'.repeat(20_001) })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^letter/)
  })

  it('says of a day that cannot be read that alone', () => {
    const faults = faultsOf({ step: 'suspended', byOn: { day: '31', month: '2', year: '2026' } })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^byOn/)
  })

  it('asks for no letter where the hospital does not let go', () => {
    expect(faultsOf({ step: 'ended', end: 'recurrence', letter: '' })).toEqual([])
    expect(faultsOf({ step: 'recalled' })).toEqual([])
  })
})
