import { describe, expect, it } from 'vitest'
import { parseConcernCatalogue } from '@/lib/needs-assessments/concern-catalogue'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import file from '@/prisma/reference/concern-catalogue/2026-11.json'

const catalogue = parseConcernCatalogue(file)

/** Reading age of about ten: short phrases of short words. */
const MOST_WORDS = 8
const LONGEST_WORD = 11

function problemsOf(data: unknown): readonly string[] {
  try {
    parseConcernCatalogue(data)
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.problems
    throw error
  }
  return []
}

describe('the concern catalogue that ships', () => {
  it('covers the domains of a holistic needs assessment', () => {
    expect(catalogue.domains.map((domain) => domain.code)).toEqual([
      'physical',
      'practical',
      'emotional',
      'family',
      'spiritual',
      'information',
    ])
    const perDomain = catalogue.domains.map(
      (domain) => catalogue.concerns.filter((concern) => concern.domain === domain.code).length,
    )
    expect(perDomain).toEqual([28, 16, 12, 5, 3, 10])
  })

  it('holds the ten concerns that people name most often', () => {
    const codes = catalogue.concerns.map((concern) => concern.code)
    expect(codes).toEqual(
      expect.arrayContaining([
        'worry',
        'fatigue',
        'sleep',
        'pain',
        'appetite',
        'anger',
        'mobility',
        'memory_concentration',
        'hot_flushes',
        'mouth',
      ]),
    )
  })

  it('numbers the concerns of each domain from 1 without a gap', () => {
    for (const domain of catalogue.domains) {
      const positions = catalogue.concerns
        .filter((concern) => concern.domain === domain.code)
        .map((concern) => concern.position)
      expect(positions).toEqual(positions.map((_, index) => index + 1))
    }
  })

  it('gives each concern its own words, once', () => {
    for (const key of ['label', 'patientLabel'] as const) {
      const words = catalogue.concerns.map((concern) => concern[key].toLowerCase())
      expect(new Set(words).size, key).toBe(words.length)
    }
  })

  it.each(catalogue.concerns.map((concern) => [concern.code, concern.patientLabel]))(
    'says %s to the person in few, short words',
    (_code, patientLabel) => {
      const words = patientLabel.split(/[\s,-]+/)
      expect(words.length).toBeLessThanOrEqual(MOST_WORDS)
      expect(words.filter((word) => word.length > LONGEST_WORD)).toEqual([])
    },
  )
})

describe('a catalogue from a file', () => {
  const concern = { code: 'pain', domain: 'physical', label: 'Pain', patientLabel: 'Pain', position: 1 }
  const good = {
    name: 'concern-catalogue',
    version: '2027-01',
    domains: [{ code: 'physical', label: 'Physical', position: 1 }],
    concerns: [concern],
  }
  const withConcerns = (...concerns: object[]) => ({ ...good, concerns })

  it('is taken when it is right', () => {
    expect(problemsOf(good)).toEqual([])
  })

  it.each([
    [
      'a code used twice',
      withConcerns(concern, { ...concern, position: 2 }),
      'concerns 2 (pain) code: is used twice',
    ],
    [
      'a place used twice',
      withConcerns(concern, { ...concern, code: 'cough' }),
      'concerns 2 (cough) position: is used twice in its domain',
    ],
    [
      'an unknown domain',
      withConcerns({ ...concern, domain: 'astral' }),
      'concerns 1 (pain) domain: "astral" is not a domain of this catalogue',
    ],
    [
      'an empty label',
      withConcerns({ ...concern, label: '  ' }),
      'concerns 1 (pain) label: must not be empty',
    ],
    [
      'an empty label for the person',
      withConcerns({ ...concern, patientLabel: '' }),
      'concerns 1 (pain) patientLabel: must not be empty',
    ],
    [
      'the code of a concern outside the catalogue',
      withConcerns({ ...concern, code: 'other' }),
      'concerns 1 (other) code: "other" is kept for concerns outside the catalogue',
    ],
    [
      'a domain code used twice',
      { ...good, domains: [...good.domains, { code: 'physical', label: 'Again', position: 2 }] },
      'domains 2 (physical) code: is used twice',
    ],
    [
      'a domain position used twice',
      { ...good, domains: [...good.domains, { code: 'family', label: 'Family', position: 1 }] },
      'domains 2 (family) position: is used twice',
    ],
    ['no concerns', withConcerns(), 'concerns: must hold at least one concern'],
  ])('with %s is refused, naming the entry', (_what, data, problem) => {
    expect(problemsOf(data)).toEqual([problem])
  })

  it.each([
    ['another kind of set', { ...good, name: 'help-library' }],
    ['no version', { ...good, version: undefined }],
    ['a field that nothing reads', withConcerns({ ...concern, colour: 'red' })],
    ['no object at all', null],
  ])('with %s is refused', (_what, data) => {
    expect(problemsOf(data)).toHaveLength(1)
  })

  it('says everything that is wrong at once', () => {
    expect(
      problemsOf(withConcerns({ ...concern, label: '' }, { ...concern, code: 'Two Words', position: 2 })),
    ).toEqual([
      'concerns 1 (pain) label: must not be empty',
      'concerns 2 (Two Words) code: must be in lower case with underscores',
    ])
  })
})
