import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathwaySnapshot } from '@/lib/follow-up/pathway'
import { endsOn, plannedTests } from '@/lib/follow-up/schedule'
import { anySnapshot, plusDays, plusMonths } from './a-pathway'

/** Walks month by month from the anchor and asks of each whether a test falls on it. */
function expectedDays({ protocol, anchorOn, overrides }: PathwaySnapshot): string[] {
  const item = protocol.items[0]!
  const changes = overrides.flatMap((one) => (one.kind === 'interval' ? [one] : []))
  const first = changes.map(({ fromOn }) => fromOn).sort()[0] ?? '9999-12-31'
  const end = plusMonths(anchorOn, 120)
  const days = item.at.length > 0 && plusDays(anchorOn, 42) < first ? [plusDays(anchorOn, 42)] : []
  for (let month = 1; plusMonths(anchorOn, month) <= end; month++) {
    const day = plusMonths(anchorOn, month)
    const change = changes
      .filter(({ fromOn }) => fromOn <= day)
      .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0]
    if (change) {
      if (month % change.months === 0) days.push(day)
      continue
    }
    const row = item.years.find(({ from, to }) => (from - 1) * 12 < month && month <= to * 12)
    if (!row || row.every === 'none') continue
    if ((month - (row.from - 1) * 12) % row.every.months === 0) days.push(day)
  }
  return days.sort()
}

describe('the planned tests of any pathway', () => {
  it('are on the days that counting from the anchor gives, none of them lost and none twice', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const planned = plannedTests({ ...snapshot, startedOn: '2000-01-01' })
        expect(planned.map(({ dueOn }) => dueOn)).toEqual(expectedDays(snapshot))
        expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length)
      }),
      { numRuns: 1500 },
    )
  })

  it('leave out what was over when the person came, and nothing else', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const all = plannedTests({ ...snapshot, startedOn: '2000-01-01' })
        const gone = all.filter(({ closesOn }) => closesOn < snapshot.startedOn)
        expect([...gone, ...plannedTests(snapshot)]).toEqual(all)
      }),
    )
  })

  it('have windows around their day that share no day with another', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const planned = plannedTests(snapshot)
        planned.forEach(({ opensOn, dueOn, closesOn, overdueOn }, place) => {
          expect(opensOn <= dueOn && dueOn <= closesOn && closesOn < overdueOn).toBe(true)
          expect(planned[place + 1] === undefined || closesOn < planned[place + 1]!.opensOn).toBe(true)
        })
      }),
      { numRuns: 1500 },
    )
  })

  it('end no later than the follow-up does', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const last = plannedTests(snapshot).at(-1)
        expect(endsOn(snapshot) >= (last?.dueOn ?? '')).toBe(true)
        expect(endsOn(snapshot) >= plusMonths(snapshot.anchorOn, 120)).toBe(true)
      }),
    )
  })
})
