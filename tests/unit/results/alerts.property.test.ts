import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberRule } from '@/lib/results/alert-rule'
import { alertsOfResults } from '@/lib/results/alerts-of-results'
import { resultsInForce, isReading, type Reading } from '@/lib/results/result'
import { surveillanceTests } from '../reference/surveillance-tests'
import { anyHistory } from './some-results'

const ANCHOR = '2024-06-15'

const shape = {
  code: 'r',
  proposes: 'contact',
  source: 'memory',
  confidence: 'low',
  analyte: 'psa',
  unit: 'µg/L',
} as const

const anyRule: fc.Arbitrary<NumberRule> = fc
  .oneof(
    fc.record({
      kind: fc.constant('limit' as const),
      is: fc.constantFrom('at_or_above' as const, 'above' as const, 'at_or_below' as const, 'below' as const),
      value: fc.constantFrom(0.1, 0.2, 1, 2.1),
    }),
    fc.record({ kind: fc.constant('above_nadir' as const), by: fc.constantFrom(0.1, 1, 2) }),
    fc.record({
      kind: fc.constant('above_baseline' as const),
      by: fc.constantFrom(0.1, 1, 2),
      settledDays: fc.constantFrom(0, 42, 200),
    }),
  )
  .map((rule) => ({ ...shape, ...rule }))

/** Every number, in tenths of a millionth, that a reading may stand for, as far as any rule here could tell them apart. */
function worldsOf({ value: { quantity } }: Reading): number[] {
  const limit = quantity.millionths * 10
  switch (quantity.comparator) {
    case '<':
      return [0, limit / 2, limit - 1]
    case '<=':
      return [0, limit / 2, limit]
    case '>':
      return [limit + 1, limit * 2 + 1e9]
    case '>=':
      return [limit, limit * 2 + 1e9]
    case null:
      return [limit]
  }
}

function everyWorld(readings: readonly Reading[]): number[][] {
  return readings.reduce<number[][]>(
    (worlds, one) => worlds.flatMap((world) => worldsOf(one).map((value) => [...world, value])),
    [[]],
  )
}

/** The rule in plain arithmetic, in one world where every number is known. */
function holdsIn(rule: NumberRule, earlier: readonly Reading[], world: readonly number[]): boolean {
  const current = world.at(-1)!
  const inTenths = (value: number) => Math.round(value * 1e7)
  if (rule.kind === 'limit') {
    const limit = inTenths(rule.value)
    const holds = {
      at_or_above: current >= limit,
      above: current > limit,
      at_or_below: current <= limit,
      below: current < limit,
    }
    return holds[rule.is]
  }
  const day = (date: string, days = 0) =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
  if (rule.kind === 'above_nadir') {
    const since = world.filter((_, place) => place < earlier.length && earlier[place]!.sampleOn >= ANCHOR)
    return since.length > 0 && current >= Math.min(...since) + inTenths(rule.by)
  }
  if (rule.kind !== 'above_baseline') throw new Error('No such rule here')
  const first = earlier.findIndex(({ sampleOn }) => sampleOn >= day(ANCHOR, rule.settledDays))
  return first !== -1 && current >= world[first]! + inTenths(rule.by)
}

/** What was sampled before the day that the follow-up counts from led to it: no rule judges it. */
const isBefore = ({ sampleOn }: Reading): boolean => sampleOn < ANCHOR

function expected(rule: NumberRule, readings: readonly Reading[]): string[] {
  return readings.flatMap((current, place) => {
    if (isBefore(current)) return []
    const earlier = readings.slice(0, place)
    const answers = new Set(everyWorld([...earlier, current]).map((world) => holdsIn(rule, earlier, world)))
    if (answers.size === 2) return [`${current.id} cannot_tell`]
    return answers.has(true) ? [`${current.id} sure`] : []
  })
}

function raised(rule: NumberRule, facts: readonly Reading[]): string[] {
  const context = {
    rules: [rule],
    anchorOn: ANCHOR,
    protocol: { id: 'p', version: '1', title: 'P' },
    tests: surveillanceTests,
  }
  return alertsOfResults(facts, context).map(({ resultId, certainty }) => `${resultId} ${certainty}`)
}

describe('limits, nadir and baseline over any history', () => {
  it('raise an alert where every number it may be meets the rule, and ask where some do', () => {
    fc.assert(
      fc.property(anyRule, anyHistory, (rule, facts) => {
        const readings = resultsInForce(facts).filter(isReading)
        expect(raised(rule, facts)).toEqual(expected(rule, readings))
      }),
      { numRuns: 3000 },
    )
  })

  it('raise the same alerts in whatever order the results came', () => {
    fc.assert(
      fc.property(anyRule, anyHistory, (rule, facts) => {
        expect(raised(rule, facts)).toEqual(raised(rule, facts.toReversed()))
      }),
    )
  })
})

describe('consecutive rises over any history', () => {
  const rule = (rises: number): NumberRule => ({ ...shape, kind: 'consecutive_rises', rises })

  /** Pair by pair in every world; two readings with the same limit are level. */
  function stepOf(one: Reading, other: Reading): 'up' | 'not' | 'unknown' {
    const [a, b] = [one.value.quantity, other.value.quantity]
    if (a.comparator === b.comparator && a.millionths === b.millionths) return 'not'
    const ups = new Set(everyWorld([one, other]).map((world) => world[1]! > world[0]!))
    if (ups.size === 2) return 'unknown'
    return ups.has(true) ? 'up' : 'not'
  }

  it('are found wherever they end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), anyHistory, (rises, facts) => {
        const readings = resultsInForce(facts).filter(isReading)
        const wanted = readings.flatMap((current, place) => {
          if (isBefore(current)) return []
          const steps: string[] = []
          for (let back = place; back > 0 && steps.length < rises; back--)
            steps.push(stepOf(readings[back - 1]!, readings[back]!))
          if (steps.length < rises || steps.includes('not') || !steps.includes('up')) return []
          return [`${current.id} ${steps.includes('unknown') ? 'cannot_tell' : 'sure'}`]
        })
        expect(raised(rule(rises), facts)).toEqual(wanted)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the doubling time over any history', () => {
  const rule: NumberRule = {
    ...shape,
    kind: 'doubling_time',
    underMonths: 12,
    withinMonths: 24,
    from: 0.1,
    atLeastReadings: 3,
    leastSpanDays: 90,
  }
  const DAY = 86_400_000

  /** The slope that leaves the least squares, found by trying: each search narrows the best of forty. */
  function slopeByTrial(points: readonly { x: number; y: number }[]): number {
    const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length
    const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length
    const error = (slope: number) =>
      points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0)
    let [low, high] = [-50, 50]
    for (let round = 0; round < 60; round++) {
      const [one, other] = [low + (high - low) / 3, high - (high - low) / 3]
      if (error(one) < error(other)) high = other
      else low = one
    }
    return (low + high) / 2
  }

  it('raises an alert where the fitted curve doubles within the limit', () => {
    fc.assert(
      fc.property(anyHistory, (facts) => {
        const readings = resultsInForce(facts).filter(isReading)
        const doubtful = new Set<string>()
        const wanted = readings.flatMap((current, place) => {
          if (isBefore(current)) return []
          const { comparator } = current.value.quantity
          if (comparator === '>' || comparator === '>=') return [`${current.id} cannot_tell`]
          const from = new Date(current.sampleOn)
          from.setUTCMonth(from.getUTCMonth() - 24)
          const used = readings
            .slice(0, place + 1)
            .filter((one) => Date.parse(one.sampleOn) >= from.getTime())
            .filter(
              (one) => one.value.quantity.comparator === null && Number(one.value.quantity.written) >= 0.1,
            )
          if (comparator !== null || !used.includes(current) || used.length < 3) return []
          const days = used.map((one) => (Date.parse(one.sampleOn) - Date.parse(used[0]!.sampleOn)) / DAY)
          if (days.at(-1)! < 90) return []
          const slope = slopeByTrial(
            used.map((one, at) => ({
              x: days[at]! / 30.4375,
              y: Math.log2(Number(one.value.quantity.written)),
            })),
          )
          if (Math.abs(slope - 1 / 12) < 1e-6) doubtful.add(current.id)
          return slope > 1 / 12 ? [`${current.id} sure`] : []
        })
        const clear = (list: readonly string[]) => list.filter((entry) => !doubtful.has(entry.split(' ')[0]!))
        expect(clear(raised(rule, facts))).toEqual(clear(wanted))
      }),
      { numRuns: 2000 },
    )
  })
})
