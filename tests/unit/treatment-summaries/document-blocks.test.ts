import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnShares } from '@/lib/treatment-summaries/document-blocks'

describe('the columns of a table', () => {
  it('give dates and codes a line of their own, and the rest to sentences', () => {
    const [what = 0, more = 0, when = 0, code = 0] = columnShares(
      ['What is asked', 'More about it', 'By when', 'SNOMED CT code'],
      [
        [
          'Bone density if on an aromatase inhibitor',
          'A scan. '.repeat(20),
          '30 September 2026',
          '312681000',
        ],
      ],
    )
    expect([when, code]).toEqual([20, 12])
    expect(what + more).toBeCloseTo(85 - 32)
    expect(more / what).toBeCloseTo(Math.sqrt(160 / 41))
  })

  it('leave room for a sentence beside many short ones', () => {
    const shares = columnShares(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [[...Array(5).fill('x'.repeat(20)), 'A sentence of the letter']],
    )
    expect(shares.at(-1)).toBeCloseTo(85 / 3)
  })

  it('each have some of the width, whatever is in them', () => {
    const cell = fc.constantFrom(0, 1, 8, 20, 21, 40, 200).map((length) => 'x'.repeat(length))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((count) => {
          const row = fc.array(cell, { minLength: count, maxLength: count })
          return fc.tuple(row, fc.array(row, { maxLength: 5 }))
        }),
        ([columns, rows]) => {
          const shares = columnShares(columns, rows)
          expect(shares).toHaveLength(columns.length)
          for (const share of shares) expect(share).toBeGreaterThan(0)
        },
      ),
    )
  })
})
