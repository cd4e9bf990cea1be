import { describe, expect, it } from 'vitest'
import { helpKinds, parseHelpLibrary } from '@/lib/care-plans/help-library'
import { parseConcernCatalogue } from '@/lib/needs-assessments/concern-catalogue'
import catalogueFile from '@/prisma/reference/concern-catalogue/2026-11.json'
import libraryFile from '@/prisma/reference/help-library/2026-11.json'

const concernCodes = parseConcernCatalogue(catalogueFile).concerns.map((concern) => concern.code)
const { entries } = parseHelpLibrary(libraryFile)

/** Concerns that can hide an emergency, so their help says when to call and whom. */
const redFlagConcerns = [
  'breathing',
  'urinary',
  'constipation',
  'diarrhoea',
  'appetite',
  'indigestion',
  'swallowing',
  'cough',
  'mouth',
  'nausea',
  'swelling',
  'fever',
  'mobility',
  'numbness',
  'pain',
  'hot_flushes',
  'skin',
  'weight',
  'wound',
  'memory_concentration',
  'sight_hearing',
  'speech',
  'alcohol_drugs',
  'medicines',
  'worry',
  'low_mood',
  'hopelessness',
  'loss_of_interest',
  'managing_symptoms',
]

describe('the help library that ships', () => {
  it('speaks only of concerns in the catalogue', () => {
    expect(entries.filter((entry) => !concernCodes.includes(entry.concernCode))).toEqual([])
  })

  it.each(concernCodes)('has one to three entries for %s', (code) => {
    const own = entries.filter((entry) => entry.concernCode === code)
    expect(own.length).toBeGreaterThanOrEqual(1)
    expect(own.length).toBeLessThanOrEqual(3)
    expect(new Set(own.map((entry) => entry.title)).size).toBe(own.length)
  })

  it.each(redFlagConcerns)('says when to call the advice line and when to call 999 for %s', (code) => {
    const contacts = entries.filter((entry) => entry.concernCode === code && entry.kind === 'contact')
    expect(contacts.map((entry) => entry.detail)).toContainEqual(expect.stringMatching(/advice line/))
    expect(contacts.map((entry) => entry.detail)).toContainEqual(expect.stringMatching(/\b999\b/))
  })

  it('offers every kind of help', () => {
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(helpKinds))
  })

  it('gives no telephone number but 999, no web address and no e-mail address', () => {
    for (const { code, title, detail } of entries) {
      const digits = `${title} ${detail}`.match(/\d[\d ]*\d/g) ?? []
      expect(
        digits.map((number) => number.trim()).filter((number) => number.length > 2 && number !== '999'),
        code,
      ).toEqual([])
      expect(`${title} ${detail}`, code).not.toMatch(/www\.|https?:|@/)
    }
  })

  it('names no charity or owner of licensed words', () => {
    expect(JSON.stringify(entries)).not.toMatch(/macmillan|maggie|marie curie|samaritans|eortc|euroqol/i)
  })

  it('keeps to sentences short enough to read', () => {
    const longest = entries.flatMap((entry) =>
      entry.detail
        .split(/(?<=[.?!:])\s/)
        .filter((sentence) => sentence.split(/\s+/).length > 32)
        .map((sentence) => `${entry.code}: ${sentence}`),
    )
    expect(longest).toEqual([])
  })
})

describe('a help library from a file', () => {
  const entry = { code: 'a', concernCode: 'pain', kind: 'contact', title: 'Call', detail: 'Call us.' }
  const library = (...given: object[]) => ({ name: 'help-library', version: '2027-01', entries: given })

  it('is taken when it is right', () => {
    expect(parseHelpLibrary(library(entry)).entries).toEqual([entry])
  })

  it.each([
    ['a code used twice', library(entry, entry), 'entries 2 (a) code: is used twice'],
    ['an empty title', library({ ...entry, title: '' }), 'entries 1 (a) title: must not be empty'],
    ['an empty detail', library({ ...entry, detail: ' ' }), 'entries 1 (a) detail: must not be empty'],
    ['an unknown kind', library({ ...entry, kind: 'magic' }), 'entries 1 (a) kind: '],
    ['too much to print', library({ ...entry, detail: 'x'.repeat(401) }), 'must be 400 characters or fewer'],
  ])('with %s is refused, naming the entry', (_what, data, problem) => {
    expect(() => parseHelpLibrary(data)).toThrow(problem)
  })
})
