import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import type { Override, PathwayFacts, PathwaySnapshot, PlannedTest } from '@/lib/follow-up/pathway'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { ProtocolItem } from '@/lib/follow-up/protocol-schedule'
import type { Protocol } from '@/lib/follow-up/protocol'
import { shippedProtocol } from '../reference/protocols'
import { surveillanceTests } from '../reference/surveillance-tests'
import { reading } from '../results/some-results'

const england: unknown = JSON.parse(readFileSync('prisma/reference/bank-holidays/england.json', 'utf8'))
const holidays = parseBankHolidays(england)

const DAY = 86_400_000

/** The tests' own calendar: JavaScript's, at midnight UTC. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

export function plusMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** What every question about a pathway on a day needs. */
export function on(today: string) {
  return { today, tests: surveillanceTests, holidays }
}

export const nothing: PathwayFacts = {
  requests: [],
  performed: [],
  results: [],
  reviews: [],
  tellings: [],
  settlements: [],
  repeats: [],
  suspensions: [],
  reactivations: [],
  end: null,
}

/** Somebody of 1950 on a protocol that ships, from the anchor on. */
export function onProtocol(
  id: string,
  anchorOn: string,
  more: Partial<Omit<PathwaySnapshot, 'anchorOn'>> = {},
): PathwaySnapshot {
  return {
    protocol: shippedProtocol(id),
    anchorOn,
    startedOn: anchorOn,
    bornOn: '1950-06-01',
    overrides: [],
    ...more,
  }
}

const ours = { source: 'ours', confidence: 'low' } as const

/** A protocol with this one item in place of its own, and nothing to alert. */
export function withItem(protocol: Protocol, item: ProtocolItem): Protocol {
  return { ...protocol, items: [item], alerts: [] }
}

/** PSA after six weeks or not, then by two rows of years: windows may overlap, as a change for one person can make them. */
export const anyItem: fc.Arbitrary<ProtocolItem> = fc
  .record({
    first: fc.boolean(),
    split: fc.integer({ min: 1, max: 3 }),
    end: fc.integer({ min: 4, max: 6 }),
    early: fc.constantFrom(2, 3, 4, 6, 12),
    late: fc.constantFrom(6, 12, null),
    before: fc.integer({ min: 0, max: 40 }),
    after: fc.integer({ min: 0, max: 30 }),
    grace: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ first, split, end, early, late, before, after, grace }) => ({
    test: 'psa',
    at: first ? [{ after: { weeks: 6 }, notBefore: true, ...ours }] : [],
    years: [
      { from: 1, to: split, every: { months: early }, ...ours },
      { from: split + 1, to: end, every: late === null ? ('none' as const) : { months: late }, ...ours },
    ],
    window: { before: { days: before, ...ours }, after: { days: after, ...ours } },
    grace: { days: grace, ...ours },
  }))

/** Days with their fair share of leap days and ends of months. */
const anyDay: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '2024-02-29',
    '2023-02-28',
    '2023-08-31',
    '2024-12-31',
    '2023-10-29',
    '2024-03-31',
    '2023-05-30',
  ),
  fc.integer({ min: 0, max: 730 }).map((days) => plusDays('2023-01-01', days)),
)

const anyOverride = (anchorOn: string): fc.Arbitrary<Override> =>
  fc.record({
    kind: fc.constant('interval' as const),
    test: fc.constant('psa'),
    months: fc.constantFrom(1, 3, 5, 6, 12),
    fromOn: fc.integer({ min: 0, max: 1500 }).map((days) => plusDays(anchorOn, days)),
    reason: fc.constant('Rising slowly'),
  })

export const anySnapshot: fc.Arbitrary<PathwaySnapshot> = fc
  .tuple(anyDay, anyItem)
  .chain(([anchorOn, item]) =>
    fc.record({
      protocol: fc.constant(withItem(shippedProtocol('prostate-after-surgery'), item)),
      anchorOn: fc.constant(anchorOn),
      startedOn: fc.oneof(
        fc.constant(anchorOn),
        fc.integer({ min: 0, max: 900 }).map((days) => plusDays(anchorOn, days)),
      ),
      bornOn: fc.constant('1950-06-01'),
      overrides: fc.uniqueArray(anyOverride(anchorOn), {
        maxLength: 2,
        selector: (one) => (one as { fromOn: string }).fromOn,
      }),
    }),
  )

/** What may happen to one specimen: days from the test until each version, its review and its telling. */
const anySpecimen = fc.record({
  day: fc.integer({ min: -20, max: 1600 }),
  isRecorded: fc.boolean(),
  versions: fc.array(
    fc.record({
      status: fc.constantFrom(
        'preliminary' as const,
        'final' as const,
        'final' as const,
        'corrected' as const,
        'cancelled' as const,
      ),
      issued: fc.integer({ min: 0, max: 30 }),
      delay: fc.integer({ min: 0, max: 40 }),
      reviewed: fc.option(fc.integer({ min: 0, max: 30 })),
      told: fc.option(fc.integer({ min: 0, max: 30 })),
    }),
    { maxLength: 3 },
  ),
})

/** A history after an anchor: tests, results in any order, suspensions, decisions, an end; often where a window turns. */
export function anyFacts(anchorOn: string, planned: readonly PlannedTest[]): fc.Arbitrary<PathwayFacts> {
  const keys = planned.map(({ key }) => key)
  const turns = planned.flatMap(({ opensOn, dueOn, closesOn, overdueOn }) => [
    opensOn,
    dueOn,
    closesOn,
    overdueOn,
  ])
  const turn = fc.tuple(fc.constantFrom(anchorOn, ...turns), fc.integer({ min: -1, max: 1 }))
  const later = fc
    .oneof(
      fc.integer({ min: 0, max: 1600 }).map((days) => plusDays(anchorOn, days)),
      turn.map(([day, more]) => plusDays(day, more)),
    )
    .map((day) => (day < anchorOn ? anchorOn : day))
  const about = fc.record({
    due: fc.constantFrom(...keys, 'psa none'),
    on: later,
    reason: fc.constant('Not wanted'),
  })
  const end = fc.record({
    on: later,
    reason: fc.constantFrom('died' as const, 'declined' as const, 'completed' as const),
  })
  return fc
    .record({
      specimens: fc.uniqueArray(anySpecimen, { maxLength: 12, selector: ({ day }) => day }),
      requests: fc.array(about, { maxLength: 6 }),
      settlements: fc.array(about, { maxLength: 3 }),
      suspensions: fc.array(fc.record({ on: later, reason: fc.constant('PSA raised') }), { maxLength: 3 }),
      reactivations: fc.array(fc.record({ on: later }), { maxLength: 3 }),
      end: fc.option(end, { nil: null, freq: 3 }),
    })
    .map(({ specimens, ...rest }) => ({ ...nothing, ...rest, ...happened(anchorOn, specimens) }))
}

type Specimen = typeof anySpecimen extends fc.Arbitrary<infer Value> ? Value : never

function happened(anchorOn: string, specimens: readonly Specimen[]) {
  const all = specimens.flatMap(({ day, versions }, number) =>
    versions.map((version, place) => {
      const sampleOn = plusDays(anchorOn, day)
      const issuedOn = plusDays(sampleOn, version.issued)
      const receivedOn = plusDays(issuedOn, version.delay)
      const result = reading('0.1', sampleOn, {
        id: `${number}.${place}`,
        specimen: `${number}`,
        status: version.status,
        // Two versions of one specimen are never issued at the same moment.
        issuedAt: new Date(Date.parse(`${issuedOn}T08:00:00Z`) + place),
        receivedAt: new Date(`${receivedOn}T12:00:00Z`),
      })
      return { version, result, receivedOn }
    }),
  )
  const dealt = (which: 'reviewed' | 'told') =>
    all.flatMap(({ version, result, receivedOn }) => {
      const days = version[which]
      return days === null ? [] : [{ resultId: result.id, on: plusDays(receivedOn, days) }]
    })
  return {
    performed: specimens.flatMap(({ day, isRecorded }, number) =>
      isRecorded ? [{ test: 'psa', on: plusDays(anchorOn, day), specimen: `${number}` }] : [],
    ),
    results: all.map(({ result }) => result),
    reviews: dealt('reviewed'),
    tellings: dealt('told'),
  }
}
