import { describe, expect, it } from 'vitest'
import { mayConfirm, needsSecondAdministrator, rolesInTeam } from '@/lib/care-teams/membership-rules'
import { changeStandardsSchema } from '@/lib/care-teams/schema'
import { STANDARD_NAMES, STANDARDS_LIMITS } from '@/lib/care-teams/standards-limits'

describe('roles in a team', () => {
  it('are the practice’s own in a practice, and the others elsewhere', () => {
    expect(rolesInTeam('practice')).toEqual(['gp'])
    expect(rolesInTeam('specialist')).toEqual(['clinician', 'support_worker'])
    expect(rolesInTeam('community')).toEqual(['clinician', 'support_worker'])
  })
})

describe('the second administrator', () => {
  const given = { staffId: 'carol', givenById: 'angela', role: 'admin' as const, isConfirmed: false }

  it('is neither the giver nor the receiver', () => {
    expect(mayConfirm(given, 'gareth')).toBe(true)
    expect(mayConfirm(given, 'angela')).toBe(false)
    expect(mayConfirm(given, 'carol')).toBe(false)
  })

  it('confirms once, and only what waits', () => {
    expect(mayConfirm({ ...given, isConfirmed: true }, 'gareth')).toBe(false)
    expect(mayConfirm({ ...given, role: 'programme_lead' }, 'gareth')).toBe(false)
    expect(mayConfirm({ ...given, givenById: null }, 'gareth')).toBe(false)
  })

  it('is asked for administrators and privacy officers', () => {
    expect(needsSecondAdministrator('admin')).toBe(true)
    expect(needsSecondAdministrator('privacy_officer')).toBe(true)
    expect(needsSecondAdministrator('programme_lead')).toBe(false)
  })
})

describe('the form of the standards', () => {
  const usual = Object.fromEntries(STANDARD_NAMES.map((name) => [name, String(STANDARDS_LIMITS[name].usual)]))
  const form = {
    teamId: '0190a0b0-0000-7000-8000-000000000001',
    version: '1',
    telephone: '01632 960 101',
    ...usual,
  }
  const faults = (change: Record<string, string>) =>
    changeStandardsSchema
      .safeParse({ ...form, ...change })
      .error?.issues.map(({ path, message }) => [path[0], message])

  it('takes the usual figures and a telephone number', () => {
    expect(changeStandardsSchema.parse(form)).toMatchObject({
      assessmentDaysAfterDiagnosis: 31,
      telephone: '01632 960101',
    })
    expect(changeStandardsSchema.parse({ ...form, telephone: '' })).toMatchObject({ telephone: null })
  })

  it.each(['', '0', '366', '3.5', '-1', '1e2', 'ten', '99999', '３１'])('refuses %j days', (days) => {
    expect(faults({ assessmentDaysAfterDiagnosis: days })).toEqual([
      [
        'assessmentDaysAfterDiagnosis',
        'Assessment after diagnosis must be a whole number of days from 1 to 365',
      ],
    ])
  })

  it('refuses what is no telephone number', () => {
    expect(faults({ telephone: 'ask reception' })).toEqual([
      ['telephone', 'Enter a telephone number like 01632 960 001'],
    ])
  })
})
