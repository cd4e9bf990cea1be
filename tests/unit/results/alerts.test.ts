import { describe, expect, it } from 'vitest'
import type { ResultRule } from '@/lib/results/alert-rule'
import { alertsOfResults } from '@/lib/results/alerts-of-results'
import type { ResultFact } from '@/lib/results/result'
import { shippedProtocol } from '../reference/protocols'
import { surveillanceTests } from '../reference/surveillance-tests'
import { reading, report } from './some-results'

const ANCHOR = '2024-01-10'

/** What the rules of a shipped protocol say of a history, as `rule certainty`. */
function raised(id: string, facts: readonly ResultFact[]): string[] {
  return alerts(id, facts).map(({ rule, certainty, on }) => `${rule} ${certainty} ${on}`)
}

function alerts(id: string, facts: readonly ResultFact[]) {
  const { version, title, alerts } = shippedProtocol(id)
  const rules = alerts.filter(
    (rule): rule is Exclude<typeof rule, { kind: 'missing' }> => rule.kind !== 'missing',
  )
  return alertsOfResults(facts, {
    rules: rules as ResultRule[],
    anchorOn: ANCHOR,
    protocol: { id, version, title },
    tests: surveillanceTests,
  })
}

/** One number every six months from March 2024. */
function halfYearly(code: string, unit: string, ...written: string[]): ResultFact[] {
  return written.map((value, place) =>
    reading(value, `${2024 + Math.floor(place / 2)}-${place % 2 === 0 ? '03' : '09'}-10`, { code, unit }),
  )
}

const psa = (...written: string[]) => halfYearly('psa', 'µg/L', ...written)

describe('PSA after surgery: 0.2 or more', () => {
  it.each([
    ['undetectable', psa('<0.01', '<0.01', '<0.01'), []],
    ['under another limit', psa('<0.1', '<0.03', '<0.1'), []],
    ['just below', psa('0.19'), []],
    ['at the limit', psa('0.2'), ['psa_limit sure 2024-03-10']],
    ['written with more places', psa('0.200'), ['psa_limit sure 2024-03-10']],
    ['below a limit that is too coarse', psa('<0.3'), ['psa_limit cannot_tell 2024-03-10']],
    ['below the limit itself', psa('<0.2'), []],
    ['at or below the limit itself', psa('<=0.2'), ['psa_limit cannot_tell 2024-03-10']],
    [
      'in another unit',
      [reading('0.05', '2024-03-10', { unit: 'nmol/L' })],
      [
        'psa_limit cannot_tell 2024-03-10',
        'psa_rises cannot_tell 2024-03-10',
        'psa_doubling cannot_tell 2024-03-10',
      ],
    ],
    ['three rises in a row', psa('<0.01', '0.02', '0.03', '0.04'), ['psa_rises sure 2025-09-10']],
    ['two rises and a pause', psa('0.01', '0.02', '0.03', '0.03'), []],
    ['a rise that may be none', psa('<0.03', '0.02', '0.03', '0.04'), ['psa_rises cannot_tell 2025-09-10']],
    ['the same limit again and again', psa('<0.01', '<0.01', '<0.01', '<0.01', '<0.01'), []],
    ['a cancelled one', [{ ...psa('0.5')[0]!, status: 'cancelled' as const }], []],
    ['what led to the operation', [reading('8.1', '2023-12-01')], []],
    ['as of the day of the operation', [reading('8.1', ANCHOR)], [`psa_limit sure ${ANCHOR}`]],
  ])('%s', (_what, facts, expected) => {
    expect(raised('prostate-after-surgery', facts)).toEqual(expected)
  })

  it('doubling in less than a year', () => {
    expect(
      raised('prostate-after-surgery', psa('0.1', '0.14', '0.19')).filter((one) => one.startsWith('psa_d')),
    ).toEqual([])
    expect(
      raised('prostate-after-surgery', psa('0.1', '0.15', '0.23')).filter((one) => one.startsWith('psa_d')),
    ).toEqual(['psa_doubling sure 2025-03-10'])
    expect(
      raised('prostate-after-surgery', psa('0.1', '0.4')).filter((one) => one.startsWith('psa_d')),
    ).toEqual([])
    expect(
      raised('prostate-after-surgery', psa('<0.1', '0.1', '0.4')).filter((one) => one.startsWith('psa_d')),
    ).toEqual([])
  })
})

describe('PSA after radiotherapy: 2.0 or more above the lowest', () => {
  const nadirAlerts = (facts: readonly ResultFact[]) =>
    raised('prostate-after-radiotherapy', facts).filter((alert) => alert.startsWith('psa_nadir'))

  it.each([
    ['exactly', psa('0.7', '0.1', '2.1'), ['psa_nadir sure 2025-03-10']],
    ['not quite', psa('0.7', '0.1', '2.09'), []],
    ['with a lowest that nobody saw', psa('0.7', '<0.1', '2.05'), ['psa_nadir cannot_tell 2025-03-10']],
    ['with a lowest that does not matter', psa('0.7', '<0.1', '2.1'), ['psa_nadir sure 2025-03-10']],
    ['with a low before treatment, which does not count', [reading('0.1', '2023-12-01'), ...psa('2.5')], []],
    ['on the first value, which has no lowest before', psa('9'), []],
  ])('%s', (_what, facts, expected) => {
    expect(nadirAlerts(facts)).toEqual(expected)
  })

  it('warns of a bounce from 12 to 30 months, and not later', () => {
    const words = (facts: readonly ResultFact[]) =>
      alerts('prostate-after-radiotherapy', facts).map((one) => one.words)
    expect(words(psa('0.7', '0.1', '2.1'))[0]).toMatch(/can be a bounce/)
    expect(words(psa('0.7', '0.1', '0.1', '0.1', '0.1', '0.1', '2.1'))[0]).not.toMatch(/bounce/)
  })

  it('finds what a result that came late makes of a later one', () => {
    const [first, low, high] = psa('0.7', '0.1', '2.1')
    expect(nadirAlerts([first!, high!])).toEqual([])
    expect(nadirAlerts([high!, first!, low!])).toEqual(['psa_nadir sure 2025-03-10'])
  })
})

describe('the rules of other protocols', () => {
  const cea = (...written: string[]) => halfYearly('cea', 'µg/L', ...written)
  it.each([
    ['colorectal', 'CEA at the limit of the laboratory', cea('5'), []],
    ['colorectal', 'CEA above it', cea('5.1'), ['cea_limit sure 2024-03-10']],
    [
      'colorectal',
      'CEA of a smoker 7 above their first',
      cea('6', '13'),
      ['cea_limit sure 2024-03-10', 'cea_limit sure 2024-09-10', 'cea_baseline sure 2024-09-10'],
    ],
    [
      'colorectal',
      'a CT with something to do',
      [report('ct_body', '2025-01-10', 'needs_action')],
      ['ct_body_outcome sure 2025-01-10'],
    ],
    [
      'colorectal',
      'a colonoscopy that did not get round',
      [report('colonoscopy', '2025-01-10', 'inadequate')],
      ['colonoscopy_outcome sure 2025-01-10'],
    ],
    [
      'breast',
      'a mammogram to recall',
      [report('mammogram', '2025-01-10', 'uncertain')],
      ['mammogram_outcome sure 2025-01-10'],
    ],
    ['breast', 'a mammogram with nothing new', [report('mammogram', '2025-01-10', 'nothing_new')], []],
    ['thyroid', 'TSH at both ends of its target', halfYearly('tsh', 'mU/L', '0.3', '2.0'), []],
    ['thyroid', 'TSH suppressed', halfYearly('tsh', 'mU/L', '<0.05'), ['tsh_low sure 2024-03-10']],
    ['thyroid', 'TSH above target', halfYearly('tsh', 'mU/L', '2.1'), ['tsh_high sure 2024-03-10']],
    [
      'thyroid',
      'thyroglobulin rising',
      halfYearly('thyroglobulin', 'µg/L', '<0.1', '0.2', '0.3'),
      ['thyroglobulin_rises sure 2025-03-10'],
    ],
  ])('%s: %s', (id, _what, facts, expected) => {
    expect(raised(id, facts)).toEqual(expected)
  })
})

describe('an alert', () => {
  it('says which rule of which protocol, and on which values it rests', () => {
    const [alert] = alerts('prostate-after-radiotherapy', psa('0.7', '0.1', '2.1'))
    expect(alert?.words).toBe(
      'PSA 2.1 µg/L (10 Mar 2025) is 2 µg/L or more above the lowest before (rule “rise above the lowest” of ' +
        '“Prostate, after radiotherapy or brachytherapy”, version 2026-11). Values before: 0.1 µg/L (10 Sep 2024). A rise 12 to 30 months after ' +
        'brachytherapy can be a bounce: do not call it a recurrence by itself.',
    )
    expect(alert?.values.map(({ words }) => words)).toEqual([
      '0.1 µg/L (10 Sep 2024)',
      '2.1 µg/L (10 Mar 2025)',
    ])
    expect(alert).toMatchObject({
      proposes: 'repeat',
      protocol: { id: 'prostate-after-radiotherapy', version: '2026-11' },
    })
  })

  it('says what it cannot tell', () => {
    const [alert] = alerts('prostate-after-surgery', psa('<0.3'))
    expect(alert?.words).toMatch(/^PSA <0.3 µg\/L \(10 Mar 2024\) may be at or above 0.2 µg\/L/)
  })

  it('says when its value is preliminary, and is another when it was corrected', () => {
    const [first] = psa('0.5')
    const early = { ...first!, id: 'early', status: 'preliminary' as const }
    expect(alerts('prostate-after-surgery', [early])[0]?.words).toMatch(/10 Mar 2024, preliminary/)
    const corrected = { ...first!, id: 'corrected', status: 'corrected' as const }
    const keys = [early, first!, corrected].map((fact) => alerts('prostate-after-surgery', [fact])[0]?.key)
    expect(new Set(keys).size).toBe(3)
  })
})
