import { describe, expect, it } from 'vitest'
import { trendSentence } from '@/lib/results/trend-sentence'
import { reading } from './some-results'

const DAYS = ['2025-06-10', '2025-12-10', '2026-06-10', '2026-12-10']

function sentence(written: string[], below?: number): string {
  return trendSentence({
    name: 'PSA',
    readings: written.map((value, place) => reading(value, DAYS[place]!)),
    below,
  })
}

describe('the course in a sentence', () => {
  it.each([
    [[], undefined, ''],
    [['<0.1', '<0.1', '<0.1'], undefined, 'PSA has been below 0.1 µg/L since June 2025.'],
    [['0.3', '<0.1', '<0.05', '<0.1'], undefined, 'PSA has been below 0.1 µg/L since December 2025.'],
    [['0.3', '<0.1'], undefined, 'PSA was below 0.1 µg/L on 10 December 2025.'],
    [['0.05', '0.1', '0.15'], 0.2, 'PSA has been below 0.2 µg/L since June 2025.'],
    [['0.2', '0.1'], 0.2, 'PSA was below 0.2 µg/L on 10 December 2025.'],
    [['0.3'], undefined, 'PSA was 0.3 µg/L on 10 June 2025.'],
    [
      ['0.3', '0.4'],
      undefined,
      'PSA has risen from 0.3 µg/L on 10 June 2025 to 0.4 µg/L on 10 December 2025.',
    ],
    [
      ['0.4', '0.3'],
      undefined,
      'PSA has fallen from 0.4 µg/L on 10 June 2025 to 0.3 µg/L on 10 December 2025.',
    ],
    [['0.3', '0.3'], undefined, 'PSA was 0.3 µg/L on 10 December 2025, the same as on 10 June 2025.'],
    [
      ['<0.1', '0.2', '0.3'],
      undefined,
      'PSA has risen 2 times in a row, from <0.1 µg/L on 10 June 2025 to 0.3 µg/L on 10 June 2026.',
    ],
    [['<0.5', '0.3'], undefined, 'PSA was <0.5 µg/L on 10 June 2025 and then 0.3 µg/L on 10 December 2025.'],
    [['0.1', '0.5'], 0.2, 'PSA has risen from 0.1 µg/L on 10 June 2025 to 0.5 µg/L on 10 December 2025.'],
  ])('of %j with the limit %s', (written, below, expected) => {
    expect(sentence(written, below)).toBe(expected)
  })
})
