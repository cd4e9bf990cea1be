import { describe, expect, it } from 'vitest'
import { parseProtocol } from '@/lib/follow-up/protocol'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import { surveillanceTests } from '../reference/surveillance-tests'

const GOOD = `id: prostate-here
version: '2027-01'
title: Prostate, as we do it here
approval: for local clinical approval
tumourGroup: urology
sites: [C61]
treatmentGroup: After surgery
anchor: Day of the operation
sources:
  ours-here: Decision of the local team
eligibility: { text: Everybody, criteria: [], source: ours-here, confidence: high }
streams: { choices: [nurse_led], source: ours, confidence: low }
duration: { years: 10, source: ours-here, confidence: high }
items:
  - test: psa
    at:
      - { after: { weeks: 6 }, source: ours-here, confidence: high }
    years:
      - { from: 1, to: 2, every: { months: 6 }, source: ours-here, confidence: high }
      - { from: 3, to: 10, every: { months: 12 }, source: ours-here, confidence: high }
    window:
      before: { days: 28, source: ours, confidence: low }
      after: { days: 28, source: ours, confidence: low }
    grace: { days: 14, source: ours, confidence: low }
alerts:
  - kind: limit
    code: psa_limit
    analyte: psa
    unit: µg/L
    is: at_or_above
    value: 0.2
    proposes: repeat
    source: ours-here
    confidence: high
  - { kind: missing, code: psa_missing, test: psa, proposes: contact, source: ours, confidence: low }
letters: { sent: [welcome], source: ours, confidence: low }
release:
  - kind: number
    analyte: psa
    unit: µg/L
    bands:
      - { below: 0.1, release: { how: at_once } }
      - { release: { how: on_sign_off } }
    source: ours
    confidence: low
exits:
  - { reason: died, text: Everything stops., source: memory, confidence: low }
`

function problemsOf(text: string): readonly string[] {
  try {
    parseProtocol(text, surveillanceTests)
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.problems
    throw error
  }
  return []
}

/** The good file with one line in place of another. */
function withLine(line: string, instead: string): string {
  expect(GOOD.split(line)).toHaveLength(2)
  return GOOD.replace(line, instead)
}

const FIRST = '{ from: 1, to: 2, every: { months: 6 }, source: ours-here, confidence: high }'
const LATER = '{ from: 3, to: 10, every: { months: 12 }, source: ours-here, confidence: high }'
const MISSING =
  '  - { kind: missing, code: psa_missing, test: psa, proposes: contact, source: ours, confidence: low }\n'

describe('a protocol file', () => {
  it('without a fault is taken', () => {
    expect(problemsOf(GOOD)).toEqual([])
  })

  it.each([
    // windows
    [
      'windows wider than the interval',
      'before: { days: 28',
      'before: { days: 160',
      'line 19: items 1 years 1 every: overlapping windows: 6w and 6m can be 139 days apart, the windows take 188',
    ],
    [
      'windows that overlap by a day',
      FIRST,
      FIRST.replace('months: 6', 'months: 2'),
      'line 19: items 1 years 1 every: overlapping windows: 6w and 2m can be 17 days apart, the windows take 56',
    ],
    [
      'windows that overlap in a short month alone',
      'after: { days: 28, s',
      'after: { days: 111, s',
      'line 19: items 1 years 1 every: overlapping windows: 6w and 6m can be 139 days apart, the windows take 139',
    ],
    [
      'two tests on one day',
      '{ after: { weeks: 6 }',
      '{ after: { months: 6 }',
      'line 19: items 1 years 1 every: is due on the same day as the one at 6m',
    ],
    [
      'a negative window',
      'before: { days: 28',
      'before: { days: -1',
      'line 22: items 1 window before days: must not be negative',
    ],
    [
      'a negative grace',
      'grace: { days: 14',
      'grace: { days: -14',
      'line 24: items 1 grace days: must not be negative',
    ],
    // years
    [
      'years that overlap',
      LATER,
      LATER.replace('from: 3', 'from: 2'),
      'line 20: items 1 years 2 from: overlaps the row before, which goes to year 2',
    ],
    [
      'a gap between years',
      LATER,
      LATER.replace('from: 3', 'from: 4'),
      'line 20: items 1 years 2 from: leaves a gap after year 2: say every: none if that is meant',
    ],
    [
      'years that end before they begin',
      LATER,
      LATER.replace('to: 10', 'to: 2'),
      'line 20: items 1 years 2 to: ends in year 2, before it begins',
    ],
    [
      'an interval that does not come out even',
      FIRST,
      FIRST.replace('months: 6', 'months: 7'),
      'line 19: items 1 years 1 every: leaves a gap: 7 months do not fit into years 1 to 2',
    ],
    [
      'a negative interval',
      FIRST,
      FIRST.replace('months: 6', 'months: -6'),
      'line 19: items 1 years 1 every months: must be more than 0',
    ],
    [
      'an interval of nothing',
      FIRST,
      FIRST.replace('months: 6', 'months: 0'),
      'line 19: items 1 years 1 every months: must be more than 0',
    ],
    [
      'half a month',
      FIRST,
      FIRST.replace('months: 6', 'months: 1.5'),
      'line 19: items 1 years 1 every: must be none, or a whole number of months from 1',
    ],
    [
      'a range the wrong way round',
      FIRST,
      FIRST.replace('}, source', '}, upToMonths: 3, source'),
      'line 19: items 1 years 1 upToMonths: is shorter than the interval',
    ],
    [
      'year nought',
      FIRST,
      FIRST.replace('from: 1', 'from: 0'),
      'line 19: items 1 years 1 from: years are counted from 1',
    ],
    [
      'tests after the end',
      'duration: { years: 10',
      'duration: { years: 5',
      'line 20: items 1 years 2 to: is after the end of follow-up in year 5',
    ],
    [
      'no end',
      'duration: { years: 10',
      'duration: { years: 0',
      'line 13: duration years: must be more than 0',
    ],
    [
      'a first test in days and weeks',
      'weeks: 6 }',
      'weeks: 6, days: 1 }',
      'line 17: items 1 at 1 after: must be in days, weeks or months, and in one of them alone',
    ],
    [
      'a first test before the anchor',
      'weeks: 6 }',
      'weeks: -6 }',
      'line 17: items 1 at 1 after weeks: must not be negative',
    ],
    // names
    [
      'an unknown test',
      '- test: psa\n',
      '- test: psaa\n',
      'line 15: items 1 test: "psaa" is no test that the service knows',
    ],
    [
      'an unknown analyte in a rule',
      '    analyte: psa\n    unit: µg/L\n    is',
      '    analyte: pas\n    unit: µg/L\n    is',
      'line 28: alerts 1 (psa_limit) analyte: "pas" is no analyte that the service knows',
    ],
    [
      'a unit of something else',
      '    unit: µg/L\n    is',
      '    unit: nmol/L\n    is',
      'line 29: alerts 1 (psa_limit) unit: "nmol/L" is no unit of PSA',
    ],
    [
      'a test that nobody would miss',
      MISSING,
      '',
      'line 15: items 1 test: no alert rule says what follows when psa is missing',
    ],
    ['a rule twice', MISSING, MISSING + MISSING, 'line 36: alerts 3 (psa_missing) code: is there twice'],
    [
      'a site of another group',
      'sites: [C61]',
      'sites: [C50]',
      'line 6: sites 1: "C50" is not of the tumour group urology',
    ],
    // rules
    [
      'a negative threshold',
      'value: 0.2',
      'value: -0.2',
      'line 31: alerts 1 (psa_limit) value: must not be negative',
    ],
    [
      'a threshold finer than can be held',
      'value: 0.2',
      'value: 0.12345678',
      'line 31: alerts 1 (psa_limit) value: must have six decimals or fewer',
    ],
    [
      'a threshold with a decimal comma',
      'value: 0.2',
      'value: 0,2',
      /^line 31: alerts 1 \(psa_limit\) value/,
    ],
    ['an unknown kind of rule', 'kind: limit', 'kind: gut_feeling', /^line 26: alerts 1 \(psa_limit\) kind/],
    [
      'a rule with a word it does not know',
      '    is: at_or_above\n',
      '    is: at_or_above\n    rises: 3\n',
      /^line 31: alerts 1 \(psa_limit\): Unrecognized key/,
    ],
    // release
    [
      'bands out of order',
      '      - { release: { how: on_sign_off } }',
      '      - { below: 0.05, release: { how: at_once } }\n      - { release: { how: on_sign_off } }',
      'line 43: release 1 bands 2 below: must be above the limit of the band before',
    ],
    [
      'no band for what is above',
      '      - { release: { how: on_sign_off } }\n',
      '',
      'line 42: release 1 bands 1 below: every band but the last has an upper limit',
    ],
    [
      'a wait of no hours',
      '{ how: at_once }',
      '{ how: after_working_hours, hours: 0 }',
      /^line 42: release 1 bands 1 release hours/,
    ],
    // grounds
    [
      'a source that is not listed',
      'is: at_or_above\n    value: 0.2\n    proposes: repeat\n    source: ours-here',
      'is: at_or_above\n    value: 0.2\n    proposes: repeat\n    source: somewhere',
      'line 33: alerts 1 (psa_limit) source: "somewhere" is none of the sources of this file',
    ],
    [
      'memory that is sure of itself',
      'source: memory, confidence: low',
      'source: memory, confidence: high',
      'line 47: exits 1 confidence: what rests on memory alone is of low confidence',
    ],
    [
      'a value without a source',
      'grace: { days: 14, source: ours, confidence: low }',
      'grace: { days: 14 }',
      /^line 24: items 1 grace source/,
    ],
    [
      'a source that nothing rests on',
      '  ours-here: Decision',
      '  spare: Book\n  ours-here: Decision',
      'line 10: sources spare: nothing rests on it',
    ],
    [
      'an approval of its own',
      'approval: for local clinical approval',
      'approval: approved',
      /^line 4: approval/,
    ],
    // the file itself
    ['a key twice', 'sites: [C61]', 'sites: [C61]\nsites: [C61]', /^line 7: Map keys must be unique/],
    [
      'an alias',
      'sites: [C61]',
      'sites: &here [C61]\ntitles: *here',
      'line 7: an alias: write the value out',
    ],
    ['text that is no YAML', 'sites: [C61]', 'sites: [C61', /^line \d+: /],
  ])('with %s is refused by its line', (_what, line, instead, problem) => {
    const problems = problemsOf(withLine(line, instead))
    expect(problems[0] ?? 'taken').toMatch(
      typeof problem === 'string' ? new RegExp(`^${problem.replaceAll(/[()[\]|.+*?]/g, '\\$&')}$`) : problem,
    )
  })

  it('with several faults names each by its line', () => {
    const text = withLine(LATER, LATER.replace('from: 3', 'from: 4')).replace('sites: [C61]', 'sites: [C50]')
    expect(problemsOf(text).map((problem) => problem.split(':')[0])).toEqual(['line 6', 'line 20'])
  })

  it.each(['', '[]', 'nothing', '- 1', 'null'])('that holds %j is refused', (text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0)
  })
})
