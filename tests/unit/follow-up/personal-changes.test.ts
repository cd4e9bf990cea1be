import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Override } from '@/lib/follow-up/pathway'
import {
  changesBetween,
  isSameChange,
  overrideKey,
  withChange,
  withoutChange,
} from '@/lib/follow-up/personal-changes'
import { plannedTests } from '@/lib/follow-up/schedule'
import { shippedProtocol } from '../reference/protocols'

const anyDay = fc.constantFrom('2026-01-01', '2026-07-01', '2027-01-01', '2028-01-01')
const reason = 'As agreed'
const anyOverride: fc.Arbitrary<Override> = fc.oneof(
  fc.record({
    kind: fc.constant('interval' as const),
    test: fc.constantFrom('psa', 'ct_body'),
    months: fc.integer({ min: 1, max: 24 }),
    fromOn: anyDay,
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constant('threshold' as const),
    rule: fc.constantFrom('psa_limit', 'cea_limit'),
    value: fc.constantFrom(0.1, 0.4, 2),
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constant('duration' as const),
    years: fc.integer({ min: 1, max: 20 }),
    reason: fc.constant(reason),
  }),
  fc.record({ kind: fc.constant('anchor' as const), on: anyDay, reason: fc.constant(reason) }),
)
const anyChanges = fc.array(anyOverride, { maxLength: 12 })
const standingAfter = (changes: readonly Override[]) =>
  changes.reduce<Override[]>((standing, change) => withChange(standing, change), [])

/** The interval that holds for a test on a day, asked of all changes in the order in which they were made. */
function intervalOn(changes: readonly Override[], test: string, day: string): number | null {
  let holds: { months: number; fromOn: string } | null = null
  let made: { months: number; fromOn: string }[] = []
  for (const change of changes) {
    if (change.kind !== 'interval' || change.test !== test) continue
    made = [...made.filter(({ fromOn }) => fromOn < change.fromOn), change]
  }
  for (const one of made) if (one.fromOn <= day) holds = one
  return holds?.months ?? null
}

describe('what is changed for one person', () => {
  it('holds by the last change of each thing, whatever came before', () => {
    fc.assert(
      fc.property(anyChanges, anyDay, (changes, day) => {
        const standing = standingAfter(changes)
        const keys = standing.map(overrideKey)
        expect(new Set(keys).size).toBe(keys.length)
        for (const test of ['psa', 'ct_body']) {
          const of = standing.filter(
            (one) => one.kind === 'interval' && one.test === test && one.fromOn <= day,
          )
          const last = of.toSorted((one, other) =>
            one.kind === 'interval' && other.kind === 'interval' && one.fromOn > other.fromOn ? 1 : -1,
          )
          const holds = last.at(-1)
          expect(holds?.kind === 'interval' ? holds.months : null).toBe(intervalOn(changes, test, day))
        }
        for (const rule of ['psa_limit', 'cea_limit'])
          expect(standing.filter((one) => one.kind === 'threshold' && one.rule === rule)).toEqual(
            changes.filter((one) => one.kind === 'threshold' && one.rule === rule).slice(-1),
          )
        for (const kind of ['duration', 'anchor'])
          expect(standing.filter((one) => one.kind === kind)).toEqual(
            changes.filter((one) => one.kind === kind).slice(-1),
          )
      }),
      { numRuns: 500 },
    )
  })

  it('is as if it had never been once it is taken back, where it took the place of nothing', () => {
    fc.assert(
      fc.property(anyChanges, anyOverride, (changes, change) => {
        const before = standingAfter(changes)
        const after = withChange(before, change)
        fc.pre(after.length === before.length + 1)
        expect(withoutChange(after, overrideKey(change))).toEqual(before)
        expect(changesBetween(before, after)).toEqual({ added: [change], removed: [] })
        expect(changesBetween(after, before)).toEqual({ added: [], removed: [change] })
      }),
    )
  })

  it('is the same in whatever order its parts were kept, and for whatever reason', () => {
    fc.assert(
      fc.property(anyOverride, (change) => {
        const turned = Object.fromEntries(Object.entries(change).reverse()) as Override
        expect(isSameChange(change, { ...turned, reason: 'Another' })).toBe(true)
      }),
    )
  })

  it('moves the days of its test from its day on, and no other', () => {
    const months = (overrides: readonly Override[]) =>
      plannedTests({
        protocol: shippedProtocol('prostate-after-surgery'),
        anchorOn: '2024-03-01',
        startedOn: '2024-03-01',
        bornOn: '1950-06-01',
        overrides,
      }).map(({ dueOn }) => dueOn)
    const change: Override = { kind: 'interval', test: 'psa', months: 3, fromOn: '2025-01-01', reason }
    expect(months([change]).slice(0, 5)).toEqual([
      '2024-04-12',
      '2024-09-01',
      '2025-03-01',
      '2025-06-01',
      '2025-09-01',
    ])
    expect(months([change, { ...change, test: 'ct_body' }])).toEqual(months([change]))
  })
})
