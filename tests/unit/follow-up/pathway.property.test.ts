import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathwayTests } from '@/lib/follow-up/due-tests'
import { obligationsOf } from '@/lib/follow-up/obligations'
import type { PathwayFacts, PathwaySnapshot } from '@/lib/follow-up/pathway'
import { endsOn, plannedTests } from '@/lib/follow-up/schedule'
import { anyFacts, anySnapshot, on, plusDays } from './a-pathway'
import { expectedObligations, occurrenceDays, meetingsByWalking } from './ledger-oracle'

type Case = { snapshot: PathwaySnapshot; facts: PathwayFacts; today: string }

const anyCase: fc.Arbitrary<Case> = anySnapshot.chain((snapshot) => {
  return fc.record({
    snapshot: fc.constant(snapshot),
    facts: anyFacts(snapshot.anchorOn, plannedTests(snapshot)),
    today: fc.integer({ min: 0, max: 1700 }).map((days) => plusDays(snapshot.anchorOn, days)),
  })
})

const isOver = ({ facts, today }: Case) => facts.end !== null && facts.end.on <= today

describe('a pathway over any history', () => {
  it('owes what walking through the days one by one finds', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { snapshot, facts, today } = given
        const owed = obligationsOf(snapshot, facts, on(today))
        const written = owed.map(({ kind, about, dueOn }) => `${kind} ${about} by ${dueOn}`)
        expect(written.sort()).toEqual(expectedObligations(given, endsOn(snapshot)).sort())
      }),
      { numRuns: 1500 },
    )
  })

  it('always owes something until it ends, and one thing about each test and result', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const owed = obligationsOf(given.snapshot, given.facts, on(given.today))
        if (!isOver(given)) expect(owed.length).toBeGreaterThan(0)
        expect(new Set(owed.map(({ about }) => about)).size).toBe(owed.length)
      }),
      { numRuns: 1500 },
    )
  })

  it('loses no planned test and counts no test that was done twice', () => {
    fc.assert(
      fc.property(anyCase, ({ snapshot, facts, today }) => {
        const { due, extra } = pathwayTests(snapshot, facts, on(today))
        expect(due.map(({ key }) => key)).toEqual(plannedTests(snapshot).map(({ key }) => key))
        const counted = [...due.flatMap(({ metBy }) => metBy ?? []), ...extra].map((one) => one.on)
        expect(counted.sort()).toEqual(occurrenceDays(facts, today))
        expect(due.map(({ metBy }) => metBy?.on ?? null)).toEqual(meetingsByWalking(snapshot, facts, today))
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same in whatever order the facts came', () => {
    fc.assert(
      fc.property(anyCase, ({ snapshot, facts, today }) => {
        const turned = Object.fromEntries(
          Object.entries(facts).map(([name, list]) => [name, Array.isArray(list) ? list.toReversed() : list]),
        ) as PathwayFacts
        expect(obligationsOf(snapshot, turned, on(today))).toEqual(obligationsOf(snapshot, facts, on(today)))
        expect(pathwayTests(snapshot, turned, on(today)).due.map(({ state }) => state)).toEqual(
          pathwayTests(snapshot, facts, on(today)).due.map(({ state }) => state),
        )
      }),
    )
  })

  it('keeps what was missed missed, on every later day', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 400 }), (given, more) => {
        const { snapshot, today } = given
        // A test found out late may still have been in time; here everything is known from its day.
        const facts = {
          ...given.facts,
          results: [],
          reactivations: [],
          suspensions: [],
          performed: given.facts.performed,
        }
        const missed = (day: string) =>
          pathwayTests(snapshot, facts, on(day))
            .due.filter(({ isMissed }) => isMissed)
            .map(({ key }) => key)
        const later = new Set(missed(plusDays(today, more)))
        expect(missed(today).filter((key) => !later.has(key))).toEqual([])
      }),
    )
  })
})
