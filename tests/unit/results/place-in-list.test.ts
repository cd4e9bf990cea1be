import { describe, expect, it } from 'vitest'
import {
  parseReviewFilter,
  placeInTime,
  placeInTimeAsText,
  reviewsAddress,
  type ReviewFilter,
} from '@/lib/results/place-in-list'

const ID = '01a22831-14b0-7b8f-a481-4a1c2f0f7b6d'

const read = (address: string) =>
  parseReviewFilter(Object.fromEntries(new URL(address, 'http://localhost').searchParams))

describe('a place in a list', () => {
  it.each<ReviewFilter>([
    { show: 'all', after: null },
    { show: 'single', after: null },
    { show: 'all', after: { on: '2026-11-30', id: ID } },
    { show: 'single', after: { on: '2028-02-29', id: ID } },
  ])('comes back from its address: %o', (filter) => {
    expect(read(reviewsAddress(filter))).toEqual(filter)
  })

  it.each(['', 'x', `2026-02-30.${ID}`, `2026-11-30.x`, `30/11/2026.${ID}`, `${ID}`, `2026-11-30.${ID}'`])(
    'that makes no sense is the first page: %s',
    (after) => {
      expect(parseReviewFilter({ after })).toEqual({ show: 'all', after: null })
    },
  )

  it('in time comes back too, and nothing else does', () => {
    const place = { at: new Date('2026-11-29T10:00:00.123Z'), id: ID }
    expect(placeInTime(placeInTimeAsText(place))).toEqual(place)
    for (const text of [undefined, '', `x.${ID}`, `-1.${ID}`, '1.x', `999999999999999.${ID}`])
      expect(placeInTime(text)).toBeNull()
  })
})
