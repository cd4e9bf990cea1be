import { addDays } from '@/lib/nhs/calendar-date'
import { describe, expect, it } from 'vitest'
import { pathwayTests } from '@/lib/follow-up/due-tests'
import { obligationsOf } from '@/lib/follow-up/obligations'
import { overrideFaults } from '@/lib/follow-up/override-rules'
import type { Override, PathwayFacts } from '@/lib/follow-up/pathway'
import { pathwayAlerts } from '@/lib/follow-up/pathway-alerts'
import { endsOn, plannedTests } from '@/lib/follow-up/schedule'
import { reading, report } from '../results/some-results'
import { nothing, on, onProtocol } from './a-pathway'

function dueOn(id: string, anchorOn: string, count: number, overrides: readonly Override[] = []): string[] {
  return plannedTests(onProtocol(id, anchorOn, { overrides }))
    .slice(0, count)
    .map((test) => test.dueOn)
}

describe('the days that tests are due', () => {
  it.each([
    ['2023-08-31', ['2024-02-29', '2024-08-31', '2025-02-28', '2025-08-31']],
    ['2024-08-31', ['2025-02-28', '2025-08-31', '2026-02-28', '2026-08-31']],
    ['2024-02-29', ['2024-08-29', '2025-02-28', '2025-08-29', '2026-02-28']],
    ['2025-12-31', ['2026-06-30', '2026-12-31', '2027-06-30', '2027-12-31']],
    ['2025-04-26', ['2025-10-26', '2026-04-26', '2026-10-26', '2027-04-26']],
  ])('after %s are clipped at ends of months and never chained', (anchorOn, days) => {
    expect(dueOn('thyroid', anchorOn, 4)).toEqual(days)
  })

  it('follow an interval of the person from its day on, counted from the anchor still', () => {
    const own: Override = { kind: 'interval', test: 'psa', months: 3, fromOn: '2025-01-02', reason: 'Rising' }
    expect(dueOn('prostate-after-surgery', '2024-01-31', 6, [own])).toEqual([
      '2024-03-13',
      '2024-07-31',
      '2025-01-31',
      '2025-04-30',
      '2025-07-31',
      '2025-10-31',
    ])
  })

  it('end sooner or later by the length set for the person', () => {
    const years = (count: number): Override => ({ kind: 'duration', years: count, reason: 'Agreed' })
    const ends = (count: number) => endsOn(onProtocol('thyroid', '2024-02-29', { overrides: [years(count)] }))
    expect([ends(3), ends(7)]).toEqual(['2027-02-28', '2031-02-28'])
    expect(dueOn('thyroid', '2024-02-29', 20, [years(7)]).slice(-2)).toEqual(['2030-02-28', '2031-02-28'])
    expect(dueOn('thyroid', '2024-02-29', 20, [years(3)]).at(-1)).toBe('2027-02-28')
  })

  it('leave out what was over when the person came', () => {
    const late = onProtocol('thyroid', '2022-03-01', { startedOn: '2024-09-15' })
    expect(plannedTests(late).map((test) => test.key)).toEqual([
      'thyroid_bloods 36m',
      'thyroid_bloods 48m',
      'thyroid_bloods 60m',
    ])
  })
})

/** PSA on hormones: due on 1 March each year, 42 days before and after, overdue from 13 May. */
const yearly = onProtocol('prostate-hormones-or-watchful-waiting', '2024-03-01')
const final = reading('0.1', '2025-03-03', { id: 'r', specimen: 's' })
const done = { performed: [{ test: 'psa', on: '2025-03-03', specimen: 's' }] }
const resulted = { ...done, results: [final] }
const reviewed = { ...resulted, reviews: [{ resultId: 'r', on: '2025-03-05' }] }

function first(today: string, facts: Partial<PathwayFacts> = {}) {
  return pathwayTests(yearly, { ...nothing, ...facts }, on(today)).due[0]!
}

function owed(today: string, facts: Partial<PathwayFacts> = {}): string[] {
  return obligationsOf(yearly, { ...nothing, ...facts }, on(today)).map(
    ({ kind, about, dueOn }) => `${kind} ${about} ${dueOn}`,
  )
}

const NEXT = 'plan_test psa 24m 2026-03-01'
const asked = { requests: [{ due: 'psa 12m', on: '2025-02-01' }] }

describe('a test from due to told', () => {
  it.each([
    ['2025-01-17', {}, 'not_yet', ['plan_test psa 12m 2025-03-01']],
    ['2025-01-18', {}, 'due', ['request_test psa 12m 2025-03-01', NEXT]],
    ['2025-02-01', asked, 'requested', ['await_test psa 12m 2025-04-12', NEXT]],
    ['2025-05-10', asked, 'requested', ['await_test psa 12m 2025-04-12', NEXT]],
    ['2025-05-11', asked, 'requested', ['chase_test psa 12m 2025-05-11', NEXT]],
    ['2025-05-11', {}, 'due', ['chase_test psa 12m 2025-05-11', NEXT]],
    ['2025-03-03', done, 'done', ['await_result psa 2025-03-03 2025-03-17', NEXT]],
    ['2025-03-18', done, 'done', ['chase_result psa 2025-03-03 2025-03-17', NEXT]],
    ['2025-03-03', resulted, 'resulted', ['review_result psa 2025-03-03 2025-03-05', NEXT]],
    ['2025-03-05', reviewed, 'reviewed', ['tell_person psa 2025-03-03 2025-03-12', NEXT]],
    ['2025-03-06', { ...reviewed, tellings: [{ resultId: 'r', on: '2025-03-06' }] }, 'told', [NEXT]],
  ])('on %s', (today, facts, state, obligations) => {
    expect(first(today, facts).state).toBe(state)
    expect(owed(today, facts)).toEqual(obligations)
  })

  // Due on 1 March 2025; its window closes on 12 April, its grace on 10 May.
  it.each([
    ['asked for before its day, from its day on', 14, '2025-02-01', '2025-03-15'],
    ['asked for after its day, from then on', 14, '2025-03-20', '2025-04-03'],
    ['asked for at the end of its grace, no later than that', 14, '2025-05-05', '2025-05-11'],
    ['by a patient team, no later than its grace', 90, '2025-02-01', '2025-05-11'],
  ])('is looked for after the days of the team, %s', (_name, chaseDays, askedOn, day) => {
    const standards = { reviewWorkingDays: 2, tellingWorkingDays: 5, chaseDays }
    const requests = [{ due: 'psa 12m', on: askedOn }]
    const owedAt = (today: string) =>
      obligationsOf(yearly, { ...nothing, requests }, { ...on(today), standards }).map(
        ({ kind, about, dueOn }) => `${kind} ${about} ${dueOn}`,
      )
    expect(owedAt(addDays(day, -1))).toContain(`await_test psa 12m ${day}`)
    expect(owedAt(day)).toContain(`chase_test psa 12m ${day}`)
  })

  it('is reviewed and told again once it was corrected', () => {
    const corrected = reading('0.4', '2025-03-03', {
      id: 'c',
      specimen: 's',
      status: 'corrected',
      receivedAt: new Date('2025-03-20T09:00:00Z'),
    })
    const facts = {
      ...reviewed,
      tellings: [{ resultId: 'r', on: '2025-03-06' }],
      results: [final, corrected],
    }
    expect(owed('2025-03-19', facts)).toEqual([NEXT])
    expect(owed('2025-03-20', facts)).toEqual(['review_result psa 2025-03-03 2025-03-24', NEXT])
  })

  it('is due again when the laboratory cancelled all of it', () => {
    const cancelled = reading('0.1', '2025-03-03', { id: 'x', specimen: 's', status: 'cancelled' })
    expect(first('2025-03-20', { ...done, results: [cancelled] }).state).toBe('due')
  })

  it('is met early, late and after its window, and not before', () => {
    const at = (day: string) => first('2025-12-01', { performed: [{ test: 'psa', on: day, specimen: null }] })
    expect(at('2025-01-17').metBy).toBeNull()
    expect(at('2025-01-18')).toMatchObject({ state: 'done', isMissed: false })
    expect(at('2025-04-12')).toMatchObject({ state: 'done', isMissed: false })
    expect(at('2025-04-13')).toMatchObject({ state: 'done', isMissed: true })
  })

  it('is met by what somebody chose for it on any day, and a test of its window is then further', () => {
    const early = reading('0.1', '2024-12-01', { id: 'early', specimen: 'e' })
    const inTime = reading('0.1', '2025-03-01', { id: 'in time', specimen: 't' })
    const facts = { ...nothing, results: [early, inTime], choices: [{ resultId: 'early', due: 'psa 12m' }] }
    const { due, extra } = pathwayTests(yearly, facts, on('2025-03-02'))
    expect(due[0]).toMatchObject({ key: 'psa 12m', state: 'resulted', metBy: { resultIds: ['early'] } })
    expect(extra.map(({ resultIds }) => resultIds)).toEqual([['in time']])
  })

  it('chosen for what is not planned is met by its day', () => {
    const inTime = reading('0.1', '2025-03-01', { id: 'r', specimen: 't' })
    const facts = { ...nothing, results: [inTime], choices: [{ resultId: 'r', due: 'psa 13m' }] }
    const { due, extra } = pathwayTests(yearly, facts, on('2025-03-02'))
    expect(due[0]).toMatchObject({ key: 'psa 12m', state: 'resulted' })
    expect(extra).toEqual([])
  })

  it('stays missed when the next was done', () => {
    const facts = { performed: [{ test: 'psa', on: '2026-03-01', specimen: null }] }
    const [missed, met] = pathwayTests(yearly, { ...nothing, ...facts }, on('2026-03-02')).due
    expect(missed).toMatchObject({ key: 'psa 12m', isMissed: true, isOverdue: true })
    expect(met).toMatchObject({ key: 'psa 24m', state: 'done' })
    expect(owed('2026-03-02', facts)).toContain('chase_test psa 12m 2025-05-11')
    const settled = {
      ...facts,
      settlements: [{ due: 'psa 12m', on: '2026-03-02', reason: 'The next was done' }],
    }
    expect(owed('2026-03-02', settled).filter((one) => one.includes('12m'))).toEqual([])
  })
})

describe('a suspension', () => {
  const suspended = { suspensions: [{ on: '2025-02-20', reason: 'PSA raised' }] }
  it('asks for no test and is reviewed itself, while results go on', () => {
    expect(owed('2025-06-01', suspended)).toEqual(['review_suspension pathway 2025-03-12'])
    expect(owed('2025-03-03', { ...suspended, ...resulted })).toEqual([
      'review_result psa 2025-03-03 2025-03-05',
      'review_suspension pathway 2025-03-12',
    ])
  })

  it('moves no date; what was wholly within it is excused, what is open still is due', () => {
    const back = (day: string) => ({ ...suspended, reactivations: [{ on: day }] })
    expect(first('2025-06-01', back('2025-06-01')).state).toBe('excused')
    expect(first('2025-04-12', back('2025-04-12')).state).toBe('due')
    expect(owed('2025-06-01', back('2025-06-01'))).toEqual([NEXT])
  })
})

describe('the end', () => {
  it('stops what is asked for, not what came back; a death stops all', () => {
    const ended = (reason: 'died' | 'moved_away') => ({ ...resulted, end: { on: '2025-03-04', reason } })
    expect(owed('2025-03-04', ended('moved_away'))).toEqual(['review_result psa 2025-03-03 2025-03-05'])
    expect(owed('2025-03-04', ended('died'))).toEqual([])
  })

  it('is owed once no test is to come, and from the first day where there is none at all', () => {
    const pifu = onProtocol('endometrial', '2024-02-29')
    const kinds = obligationsOf(pifu, nothing, on('2024-03-01'))
    expect(kinds).toEqual([{ kind: 'end_follow_up', about: 'pathway', dueOn: '2029-02-28' }])
  })
})

describe('a repeat', () => {
  it('is owed by its day, and met by the next test after the order', () => {
    const ordered = {
      ...reviewed,
      tellings: [{ resultId: 'r', on: '2025-03-06' }],
      repeats: [{ id: '1', test: 'psa', orderedOn: '2025-03-05', dueOn: '2025-04-02' }],
    }
    expect(owed('2025-03-06', ordered)).toEqual(['request_test psa repeat 1 2025-04-02', NEXT])
    const again = {
      ...ordered,
      performed: [...done.performed, { test: 'psa', on: '2025-04-01', specimen: null }],
    }
    expect(owed('2025-04-01', again)).toEqual(['await_result psa 2025-04-01 2025-04-15', NEXT])
  })
})

describe('the alerts of a pathway', () => {
  const surgery = (overrides: readonly Override[] = []) =>
    onProtocol('prostate-after-surgery', '2024-01-10', { overrides })
  const words = (today: string, facts: Partial<PathwayFacts>, overrides?: readonly Override[]) =>
    pathwayAlerts(surgery(overrides), { ...nothing, ...facts }, on(today)).map((alert) => alert.words)

  it('name a test that is missing beyond its grace', () => {
    expect(words('2024-04-03', {})).toEqual([])
    expect(words('2024-04-04', {})).toEqual([
      'PSA, due on 21 Feb 2024, has not been done (rule “not done” of “Prostate, after surgery”, version 2026-11).',
    ])
  })

  it('name a mammogram after six weeks, by its own rule', () => {
    const breast = onProtocol('breast', '2024-01-10')
    const count = (today: string) => pathwayAlerts(breast, nothing, on(today)).length
    expect([count('2025-02-21'), count('2025-02-22')]).toEqual([0, 1])
  })

  it('go by the threshold of the person, and say why', () => {
    const own: Override = {
      kind: 'threshold',
      rule: 'psa_limit',
      value: 0.4,
      reason: 'Salvage treatment declined',
    }
    const facts = { results: [reading('0.3', '2024-02-21')] }
    expect(words('2024-03-01', facts)).toHaveLength(1)
    expect(words('2024-03-01', facts, [own])).toEqual([])
    const higher = { results: [reading('0.4', '2024-02-21')] }
    expect(words('2024-03-01', higher, [own])[0]).toMatch(
      /threshold set for this person: Salvage treatment declined/,
    )
  })

  it('do not know a result before it came', () => {
    const facts = { results: [reading('0.3', '2024-02-21')] }
    expect(words('2024-02-20', facts)).toEqual([])
  })
})

describe('a change for one person', () => {
  const { protocol } = onProtocol('prostate-after-surgery', '2024-01-10')
  const good = { kind: 'threshold', rule: 'psa_limit', value: 0.4, reason: 'Agreed' } as const
  const interval = {
    kind: 'interval',
    test: 'psa',
    months: 3,
    fromOn: '2025-01-01',
    reason: 'Agreed',
  } as const
  it.each([
    [good, []],
    [interval, []],
    [{ ...good, reason: ' ' }, ['no_reason']],
    [{ ...good, rule: 'none' }, ['no_such_rule']],
    [{ ...good, rule: 'psa_rises' }, ['rule_without_threshold']],
    [{ ...good, value: -1 }, ['not_a_threshold']],
    [{ ...interval, test: 'cea' }, ['no_such_test']],
    [{ ...interval, months: 0 }, ['not_a_length']],
    [{ kind: 'duration', years: 1.5, reason: 'Agreed' } as const, ['not_a_length']],
    [{ ...interval, test: 'cea', months: 0, reason: '' }, ['no_such_test', 'not_a_length', 'no_reason']],
    [{ ...good, rule: 'none', value: -1 }, ['no_such_rule', 'not_a_threshold']],
  ])('%j: %s', (override, faults) => {
    expect(overrideFaults(override, protocol)).toEqual(faults)
  })
})

describe('a test of several analytes', () => {
  const thyroid = onProtocol('thyroid', '2024-03-01')
  const part = (code: string, unit: string) =>
    reading('0.5', '2024-09-01', { id: code, code, unit, specimen: code })
  const parts = [part('thyroglobulin', 'µg/L'), part('thyroglobulin_antibodies', 'kU/L'), part('tsh', 'mU/L')]
  const kinds = (facts: Partial<PathwayFacts>) =>
    obligationsOf(thyroid, { ...nothing, ...facts }, on('2024-09-20')).map(({ kind }) => kind)
  const seen = (ids: readonly string[]) => ids.map((resultId) => ({ resultId, on: '2024-09-02' }))

  it('has each part reviewed as it comes, and is told when all are there', () => {
    const two = parts.slice(0, 2)
    expect(kinds({ results: two })).toEqual(['review_result', 'plan_test'])
    expect(kinds({ results: two, reviews: seen(['thyroglobulin', 'thyroglobulin_antibodies']) })).toEqual([
      'await_result',
      'plan_test',
    ])
    expect(
      kinds({ results: parts, reviews: seen(['thyroglobulin', 'thyroglobulin_antibodies', 'tsh']) }),
    ).toEqual(['tell_person', 'plan_test'])
  })

  it('that no pathway asked for is reviewed all the same', () => {
    const results = [report('mammogram', '2024-09-01', 'nothing_new')]
    expect(pathwayTests(thyroid, { ...nothing, results }, on('2024-09-20')).extra).toHaveLength(1)
    expect(kinds({ results })).toContain('review_result')
  })
})
