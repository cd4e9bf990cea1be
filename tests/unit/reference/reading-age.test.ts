import { describe, expect, it } from 'vitest'
import { readingAge, syllablesIn } from '@/tests/support/reading-age'

/** The formula once more, from counts made by hand. */
const fleschKincaid = (words: number, sentences: number, syllables: number) =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 10.59

describe('the syllables of a word', () => {
  it.each([
    [1, 'the tired whole bones called passed dose times tongue eyes goes hour'],
    [2, 'cancer tables handle swollen needed causes settled agreed safely useful sometimes being quiet'],
    [3, 'infection muscular radio serious continue unable period saliva'],
    [4, 'diabetes temperature diarrhoea usually situation January fertility lymphoedema'],
    [5, 'chemotherapy'],
    [6, 'radiotherapy'],
  ])('are %i in: %s', (count, words) => {
    for (const word of words.split(' ')) expect(syllablesIn(word), word).toBe(count)
  })

  it('are the letters of an abbreviation, and one of a number', () => {
    expect([syllablesIn('GP'), syllablesIn('A&E'), syllablesIn('PSA'), syllablesIn('999')]).toEqual([
      2, 2, 3, 1,
    ])
  })
})

describe('the reading age', () => {
  it.each([
    // The cat sat on the mat (6, 6). It was warm there (4, 4).
    ['The cat sat on the mat. It was warm there.', fleschKincaid(10, 2, 10)],
    // You may feel tired for a few weeks (8, 8). Rest when you need to (5, 5).
    ['You may feel tired for a few weeks. Rest when you need to!', fleschKincaid(13, 2, 13)],
    // Ra-di-o-ther-a-py can cause in-flam-ma-tion of the bow-el (7, 6 + 1 + 1 + 4 + 1 + 1 + 2).
    ['Radiotherapy can cause inflammation of the bowel', fleschKincaid(7, 1, 16)],
    // Call 999 (2, 2). Tell your G-P (3, 4).
    ['Call 999\nTell your GP.', fleschKincaid(5, 2, 6)],
    // A tem-per-a-ture of 38.5 is high (6, 4 + 5), which is one sentence.
    ['A temperature of 38.5 is high.', fleschKincaid(6, 1, 9)],
  ])('of "%s" is that of its counts', (text, expected) => {
    expect(readingAge(text)).toBeCloseTo(expected, 10)
  })

  it('of a text for children is low, and of the language of trials high', () => {
    expect(readingAge('We went to see the sea. The sun was hot and we ran on the sand.')).toBeLessThan(7)
    expect(
      readingAge(
        'Individuals experiencing persistent gastrointestinal symptomatology following completion of multimodality therapy require multidisciplinary evaluation.',
      ),
    ).toBeGreaterThan(20)
  })

  it('of nothing is not known', () => {
    expect(() => readingAge(' … ')).toThrow(RangeError)
  })
})
