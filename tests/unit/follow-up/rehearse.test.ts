import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathwayTests } from '@/lib/follow-up/due-tests'
import type { PathwayFacts, PathwaySnapshot } from '@/lib/follow-up/pathway'
import type { Protocol } from '@/lib/follow-up/protocol'
import { rehearse } from '@/lib/follow-up/rehearse'
import { plannedTests } from '@/lib/follow-up/schedule'
import { shippedProtocol } from '../reference/protocols'
import { anyFacts, anyItem, anySnapshot, nothing, on, onProtocol, plusDays, withItem } from './a-pathway'
import { occurrenceDays } from './ledger-oracle'

const hormones = shippedProtocol('prostate-hormones-or-watchful-waiting')

/** The next version of a protocol, with other numbers in its one item. */
function nextVersion(
  protocol: Protocol,
  more: { months?: number; after?: number; grace?: number },
): Protocol {
  const item = protocol.items[0]!
  const { months = 12, after = item.window.after.days, grace = item.grace.days } = more
  return {
    ...protocol,
    version: '2027-01',
    items: [
      {
        ...item,
        years: item.years.map((row) => ({ ...row, every: { months } })),
        window: { ...item.window, after: { ...item.window.after, days: after } },
        grace: { ...item.grace, days: grace },
      },
    ],
  }
}

const person = (facts: Partial<PathwayFacts> = {}, more: Partial<PathwaySnapshot> = {}) => ({
  personId: 'ann',
  snapshot: onProtocol(hormones.id, '2024-03-01', more),
  facts: { ...nothing, ...facts },
})

const done = { performed: [{ test: 'psa', on: '2025-03-01', specimen: null }] }

describe('a rehearsal', () => {
  it('says whose next date changes, and by how many days', () => {
    const { people, changes } = rehearse(
      [person(done)],
      nextVersion(hormones, { months: 6 }),
      on('2025-03-10'),
    )
    expect(people).toBe(1)
    expect(changes[0]?.moved).toEqual([
      { test: 'psa', before: '2026-03-01', after: '2025-09-01', days: -181 },
    ])
  })

  it('says who would become overdue', () => {
    const next = nextVersion(hormones, { after: 10, grace: 5 })
    expect(rehearse([person()], next, on('2025-03-16')).changes).toEqual([])
    const { changes } = rehearse([person()], next, on('2025-03-17'))
    expect(changes[0]?.becomesOverdue).toEqual([{ test: 'psa', dueOn: '2025-03-01' }])
  })

  it('drops no test that is open unseen, nor what was set for the person', () => {
    const threshold = { kind: 'threshold', rule: 'gone', value: 1, reason: 'Agreed' } as const
    const interval = {
      kind: 'interval',
      test: 'psa',
      months: 6,
      fromOn: '2026-01-01',
      reason: 'Agreed',
    } as const
    const one = person({}, { overrides: [threshold, interval] })
    const next = { ...hormones, version: '2027-01', items: [], alerts: [] }
    expect(rehearse([one], next, on('2025-03-10')).changes[0]).toMatchObject({
      moved: [{ test: 'psa', before: '2026-03-01', after: null, days: null }],
      noLongerDue: [{ test: 'psa', dueOn: '2025-03-01' }],
      lostOverrides: [threshold, interval],
    })
  })

  it.each([
    ['the same version', person(), hormones],
    ['another protocol', person(), shippedProtocol('thyroid')],
    [
      'a pathway that ended',
      person({ end: { on: '2025-01-01', reason: 'declined' as const } }),
      nextVersion(hormones, { months: 6 }),
    ],
  ])('leaves out %s', (_what, one, next) => {
    expect(rehearse([one], next, on('2025-03-10'))).toEqual({ people: 0, changes: [] })
  })
})

type Case = { snapshot: PathwaySnapshot; facts: PathwayFacts; next: Protocol; today: string }

const anyCase: fc.Arbitrary<Case> = anySnapshot.chain((snapshot) =>
  fc.record({
    snapshot: fc.constant(snapshot),
    facts: anyFacts(snapshot.anchorOn, plannedTests(snapshot)),
    next: anyItem.map((item) => ({ ...withItem(snapshot.protocol, item), version: '2027-01' })),
    today: fc.integer({ min: 0, max: 1700 }).map((days) => plusDays(snapshot.anchorOn, days)),
  }),
)

describe('a change of protocol over any history', () => {
  it('forgets no test that was done, and is rehearsed as it then is', () => {
    fc.assert(
      fc.property(anyCase, ({ snapshot, facts, next, today }) => {
        const moved = { ...snapshot, protocol: next }
        const { due, extra } = pathwayTests(moved, facts, on(today))
        const counted = [...due.flatMap(({ metBy }) => metBy ?? []), ...extra].map((one) => one.on)
        expect(counted.sort()).toEqual(occurrenceDays(facts, today))
        const hasEnded = facts.end !== null && facts.end.on <= today
        const rehearsal = rehearse([{ personId: 'ann', snapshot, facts }], next, on(today))
        expect(rehearsal.people).toBe(hasEnded ? 0 : 1)
        if (hasEnded) return
        const overdue = (pathway: PathwaySnapshot) =>
          pathwayTests(pathway, facts, on(today))
            .due.filter((one) => one.isOverdue)
            .map((one) => one.dueOn)
        const before = overdue(snapshot)
        const becomes = overdue(moved).filter((day) => !before.includes(day))
        expect(rehearsal.changes[0]?.becomesOverdue.map((one) => one.dueOn) ?? []).toEqual(becomes)
        const open = pathwayTests(snapshot, facts, on(today)).due.filter(
          ({ state }) => state === 'due' || state === 'requested',
        )
        const stays = new Set(due.map(({ key }) => key))
        expect(rehearsal.changes[0]?.noLongerDue.length ?? 0).toBe(
          open.filter(({ key }) => !stays.has(key)).length,
        )
      }),
      { numRuns: 800 },
    )
  })
})

describe('repeats over any history', () => {
  it('take each a test of their own after their order, the earliest that is left', () => {
    const anyRepeats = (anchorOn: string) =>
      fc
        .array(fc.tuple(fc.nat({ max: 1500 }), fc.integer({ min: 1, max: 90 })), { maxLength: 4 })
        .map((list) =>
          list.map(([day, wait], number) => ({
            id: String(number),
            test: 'psa',
            orderedOn: plusDays(anchorOn, day),
            dueOn: plusDays(anchorOn, day + wait),
          })),
        )
    const withRepeats = anyCase.chain((one) =>
      anyRepeats(one.snapshot.anchorOn).map((repeats) => ({ ...one, repeats })),
    )
    fc.assert(
      fc.property(withRepeats, ({ snapshot, facts, today, repeats }) => {
        const left = occurrenceDays(facts, today)
        const wanted = repeats
          .filter((one) => one.orderedOn <= today)
          .sort((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1))
          .map((one) => {
            const place = left.findIndex((day) => day > one.orderedOn)
            return place === -1 ? null : left.splice(place, 1)[0]
          })
        const { due } = pathwayTests(snapshot, { ...facts, repeats }, on(today))
        expect(due.filter((one) => one.isRepeat).map(({ metBy }) => metBy?.on ?? null)).toEqual(wanted)
      }),
      { numRuns: 800 },
    )
  })
})
