import { describe, expect, it } from 'vitest'
import { changeFaults, courseFaults } from '@/lib/diagnoses/course-rules'
import type { Diagnosis, Treatment, TreatmentPhase } from '@/lib/diagnoses/diagnosis'
import { belongingFaults, endOfPhaseFaults } from '@/lib/diagnoses/phase-rules'

const told = { diagnosedOn: '2026-03-01', diagnosedOnPrecision: 'day' as const }
const primary = { ...told, id: 'p', kind: 'primary', voided: null } as Diagnosis
const again = { ...told, kind: 'recurrence' as const, primaryDiagnosisId: 'p' }

describe('a recurrence', () => {
  it.each([
    ['of its primary', again, null, [primary], []],
    [
      'of nothing',
      { ...again, primaryDiagnosisId: null },
      null,
      [primary],
      ['Select the diagnosis it is a recurrence of'],
    ],
    [
      'of itself',
      { ...again, primaryDiagnosisId: 'p' },
      'p',
      [primary],
      ['Select another diagnosis: this one cannot be a recurrence of itself'],
    ],
    [
      'of another recurrence',
      again,
      null,
      [{ ...primary, kind: 'recurrence' as const }],
      ['Select the primary diagnosis, not one that came of it'],
    ],
    [
      'of an error',
      again,
      null,
      [{ ...primary, voided: { on: '', by: '', reason: '' } }],
      ['Select a diagnosis that is not recorded in error'],
    ],
    [
      'before its primary',
      { ...again, diagnosedOn: '2026-02-28' },
      null,
      [primary],
      ['Date of diagnosis must be on or after 1 Mar 2026, when the primary was diagnosed'],
    ],
  ])('%s', (...[, recurrence, id, all, messages]) => {
    expect(courseFaults(recurrence, id, all).map(({ message }) => message)).toEqual(messages)
  })

  it('may have been in the month of its primary', () => {
    expect(
      courseFaults({ ...again, diagnosedOnPrecision: 'month' }, null, [
        { ...primary, diagnosedOn: '2026-03-30' },
      ]),
    ).toEqual([])
  })
})

describe('a diagnosis that others stand on', () => {
  const nothing = { later: [], treatments: [], phases: [] }
  const changed = { ...told, kind: 'primary' as const, primaryDiagnosisId: null }

  it('keeps its day before them, and its kind', () => {
    const later = [{ ...primary, ...again, diagnosedOn: '2026-02-01' }] as Diagnosis[]
    const treatments = [{ startedOn: '2026-02-27' }] as Treatment[]
    const phases = [{ startedOn: '2026-02-28' }] as TreatmentPhase[]
    const fields = (stands: Partial<typeof nothing>, say = changed) =>
      changeFaults({ ...say }, { ...nothing, ...stands } as typeof nothing).map(({ field }) => field)
    expect(fields({ later } as never)).toEqual(['diagnosedOn'])
    expect(fields({ treatments } as never)).toEqual(['diagnosedOn'])
    expect(fields({ phases } as never)).toEqual(['diagnosedOn'])
    expect(fields({ later } as never, { ...changed, ...again, diagnosedOn: '2026-01-01' } as never)).toEqual([
      'kind',
    ])
    expect(fields({})).toEqual([])
  })
})

describe('a phase', () => {
  const phase = { diagnosisId: 'p', startedOn: '2026-02-01', endedOn: '2026-05-01' } as TreatmentPhase
  const treatment = { diagnosisId: 'p', startedOn: '2026-02-01', endedOn: '2026-05-01' } as Treatment

  it.each([
    [{}, []],
    [{ diagnosisId: null }, ['Select a phase of the same diagnosis']],
    [{ startedOn: '2026-01-31' }, ['The treatment started before this phase, which began on 1 Feb 2026']],
    [{ endedOn: '2026-05-02' }, [expect.stringContaining('This phase ended on 1 May 2026')]],
    [{ endedOn: null }, [expect.stringContaining('This phase ended on 1 May 2026')]],
  ])('has a treatment in it: %o', (known, messages) => {
    expect(belongingFaults({ ...treatment, ...known }, phase).map(({ message }) => message)).toEqual(messages)
  })

  it('ends once its treatments have, and not before the last of them', () => {
    expect(endOfPhaseFaults('2026-05-01', [treatment])).toEqual([])
    expect(endOfPhaseFaults('2026-04-30', [treatment])[0]?.message).toContain('on or after 1 May 2026')
    expect(
      endOfPhaseFaults('2026-05-01', [treatment, { ...treatment, endedOn: null }])[0]?.message,
    ).toContain('goes on')
    expect(endOfPhaseFaults('2026-05-01', [])).toEqual([])
  })
})
