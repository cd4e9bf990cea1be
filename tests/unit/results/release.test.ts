import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releasedFrom, releaseFor, releaseInWords } from '@/lib/results/release'
import { on } from '../follow-up/a-pathway'
import { protocolTexts, shippedProtocol } from '../reference/protocols'
import { anyHistory, reading, report } from './some-results'

const { holidays } = on('2026-01-01')
const surgery = shippedProtocol('prostate-after-surgery').release
const colorectal = shippedProtocol('colorectal').release

describe('how a result reaches the person', () => {
  it.each([
    ['undetectable PSA', reading('<0.01', '2026-03-10'), 'at_once'],
    ['PSA in the lowest band', reading('0.09', '2026-03-10'), 'at_once'],
    ['PSA at the limit of a band', reading('0.1', '2026-03-10'), 'after_working_hours'],
    ['PSA that may be in either band', reading('<=0.1', '2026-03-10'), 'on_sign_off'],
    ['PSA in the highest band', reading('0.2', '2026-03-10'), 'on_sign_off'],
    ['PSA corrected', reading('0.05', '2026-03-10', { status: 'corrected' }), 'on_sign_off'],
    ['PSA that is preliminary', reading('0.05', '2026-03-10', { status: 'preliminary' }), 'on_sign_off'],
    ['PSA in another unit', reading('0.05', '2026-03-10', { unit: 'nmol/L' }), 'on_sign_off'],
    ['a test that no rule is about', reading('0.05', '2026-03-10', { code: 'cea' }), 'on_sign_off'],
  ])('%s', (_what, result, how) => {
    expect(releaseFor({ result, rules: surgery, isInQuestion: false }).how).toBe(how)
  })

  it.each([
    ['nothing_new', 'after_working_hours'],
    ['uncertain', 'on_sign_off'],
    ['needs_action', 'on_sign_off'],
    ['inadequate', 'on_sign_off'],
  ] as const)('a CT with %s', (outcome, how) => {
    const result = report('ct_body', '2026-03-10', outcome)
    expect(releaseFor({ result, rules: colorectal, isInQuestion: false }).how).toBe(how)
  })

  it('counts working hours from when it came', () => {
    const result = reading('0.15', '2026-03-10', { receivedAt: new Date('2026-03-10T16:00:00Z') })
    const judged = { result, rules: surgery, isInQuestion: false, signedOffAt: null }
    expect(releasedFrom(judged, holidays)?.toISOString()).toBe('2026-03-12T16:00:00.000Z')
    expect(releaseInWords(releaseFor(judged))).toMatch(/16 working hours/)
  })

  it('waits for somebody where it is out of range or in question, whatever the protocol says', () => {
    const anyRules = fc.constantFrom(...Object.keys(protocolTexts)).map((id) => shippedProtocol(id).release)
    fc.assert(
      fc.property(anyHistory, anyRules, (facts, rules) => {
        for (const result of facts) {
          const judged = { result, rules, isInQuestion: true, signedOffAt: null }
          expect(releasedFrom(judged, holidays)).toBeNull()
          const signedOffAt = new Date('2026-03-12T10:00:00Z')
          expect(releasedFrom({ ...judged, signedOffAt }, holidays)).toBe(signedOffAt)
        }
      }),
      { numRuns: 300 },
    )
  })
})
