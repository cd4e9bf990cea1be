import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultsInForce, type ResultFact } from '@/lib/results/result'
import { anyHistory, reading } from './some-results'

/** Written the other way round: of each specimen strike out what gives way, until one is left. */
function leftStanding(facts: readonly ResultFact[]): string[] {
  const left: ResultFact[] = []
  for (const specimen of new Set(facts.map((fact) => fact.specimen))) {
    const versions = facts.filter((fact) => fact.specimen === specimen)
    const settled = versions.filter((fact) => fact.status !== 'preliminary')
    const asked = settled.length > 0 ? settled : versions
    const last = Math.max(...asked.map((fact) => fact.issuedAt.getTime()))
    left.push(...asked.filter((fact) => fact.issuedAt.getTime() === last))
  }
  return left.filter((fact) => fact.status !== 'cancelled').map((fact) => fact.id)
}

describe('the results in force', () => {
  it('are the versions that stand, whatever the order in which they came', () => {
    fc.assert(
      fc.property(anyHistory, (facts) => {
        const inForce = resultsInForce(facts)
        expect(inForce.map(({ id }) => id).sort()).toEqual(leftStanding(facts).sort())
        expect(inForce).toEqual(resultsInForce(facts.toReversed()))
        expect(inForce.map(({ sampleOn }) => sampleOn)).toEqual(
          inForce.map(({ sampleOn }) => sampleOn).sort(),
        )
      }),
    )
  })

  const versions = {
    early: reading('1', '2026-03-01', { id: 'p', status: 'preliminary' }),
    final: reading('2', '2026-03-01', { id: 'f' }),
    corrected: reading('3', '2026-03-01', { id: 'c', status: 'corrected' }),
    cancelled: reading('3', '2026-03-01', { id: 'x', status: 'cancelled' }),
  }

  it.each([
    [
      'a preliminary that comes late',
      [versions.final, { ...versions.early, issuedAt: new Date('2027-01-01') }],
      ['f'],
    ],
    ['a correction of the same minute', [versions.corrected, versions.final], ['c']],
    ['a cancelled one', [versions.cancelled, versions.final], []],
    [
      'one sent anew after it was cancelled',
      [{ ...versions.final, issuedAt: new Date('2027-01-01') }, versions.cancelled],
      ['f'],
    ],
    ['one that is preliminary still', [versions.early], ['p']],
  ])('of %s are what stands', (_what, facts, ids) => {
    expect(resultsInForce(facts).map(({ id }) => id)).toEqual(ids)
  })
})
