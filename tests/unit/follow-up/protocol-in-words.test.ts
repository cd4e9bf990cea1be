import { describe, expect, it } from 'vitest'
import { differencesBetween } from '@/lib/follow-up/protocol-differences'
import { countLowConfidence, protocolInWords, type SectionInWords } from '@/lib/follow-up/protocol-in-words'
import { protocolTexts, shippedProtocol } from '../reference/protocols'
import { surveillanceTests } from '../reference/surveillance-tests'

const inWords = (name: string) => protocolInWords(shippedProtocol(name), surveillanceTests)
const valueOf = (sections: readonly SectionInWords[], what: string) =>
  sections.flatMap(({ values }) => values).find((value) => value.what === what)

/** How many values of the file name a source, counted in its text. */
const sourcesIn = (name: string) =>
  [...(protocolTexts[name] ?? '').replace(/#.*$/gm, '').matchAll(/\bsource: /g)].length

describe('a protocol in words', () => {
  it.each(Object.keys(protocolTexts))('leaves no value of %s out, and says none twice', (name) => {
    const sections = inWords(name)
    expect(countLowConfidence(sections).all).toBe(sourcesIn(name))
    for (const { values } of sections)
      expect(new Set(values.map(({ what }) => what)).size).toBe(values.length)
  })

  it('says what a value is, what it rests on and how sure that is', () => {
    const sections = inWords('prostate-after-surgery')
    expect(valueOf(sections, 'Years 1 to 2')).toEqual({
      what: 'Years 1 to 2',
      value: 'Every 6 months',
      partOf: 'By year',
      source: 'NICE NG131 on prostate cancer, as quoted by a secondary source (iatrox.com)',
      confidence: 'high',
    })
    expect(valueOf(sections, 'PSA, too high')?.value).toBe('at or above 0.2 µg/L: repeat the test.')
    expect(valueOf(sections, 'PSA, rises in a row')).toMatchObject({
      source: 'From memory: no source was read',
      confidence: 'low',
    })
    expect(valueOf(sections, 'PSA')?.value).toBe(
      'below 0.1 µg/L at once, with an explanation; below 0.2 µg/L after 16 working hours; otherwise when somebody has looked at it',
    )
  })
})

describe('two versions of a protocol', () => {
  it('differ where the later one says otherwise, and in nothing else', () => {
    const differences = differencesBetween(
      inWords('prostate-after-surgery'),
      inWords('prostate-after-surgery.2026-12'),
    )
    expect(differences).toEqual([
      {
        heading: 'PSA',
        what: 'By year',
        before: 'Years 1 to 2: Every 6 months; Years 3 to 10: Every 12 months',
        after: 'Years 1 to 2: Every 6 months; Years 3 to 5: Every 6 months; Years 6 to 10: Every 12 months',
      },
    ])
  })

  it('do not differ from themselves', () => {
    expect(differencesBetween(inWords('breast'), inWords('breast'))).toEqual([])
  })
})
