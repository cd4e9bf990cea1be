import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STOP_REASONS } from '@/lib/messages/gate'
import { tellResultsSchema } from '@/lib/results/schema'
import { whyAlone, whyNotAsShown, type ShownTelling, type TellingFacts } from '@/lib/results/telling'

const READY: TellingFacts = {
  isTold: false,
  isReviewed: true,
  isInRange: true,
  isReleased: true,
  stop: null,
}

describe('telling somebody among others', () => {
  it('is for what was reviewed, in range, may be known, and reaches the person by letter', () => {
    expect(whyAlone(READY)).toBeNull()
    expect(whyAlone({ ...READY, isTold: true })).toBe('told')
    expect(whyAlone({ ...READY, isReviewed: false })).toBe('not_reviewed')
    expect(whyAlone({ ...READY, isInRange: false })).toBe('not_in_range')
    expect(whyAlone({ ...READY, isReleased: false })).toBe('held')
    expect(whyAlone({ ...READY, stop: 'died' })).toBe('no_letter')
  })

  it('is never for anything else, however much of it holds', () => {
    const anything = fc.record({
      isTold: fc.boolean(),
      isReviewed: fc.boolean(),
      isInRange: fc.boolean(),
      isReleased: fc.boolean(),
      stop: fc.constantFrom(null, ...STOP_REASONS),
    })
    fc.assert(
      fc.property(anything, (facts) => {
        const isReady = JSON.stringify(facts) === JSON.stringify(READY)
        expect(whyAlone(facts) === null).toBe(isReady)
      }),
    )
  })

  it('tells what was shown, and says what changed since', () => {
    const shown: ShownTelling = { patientId: 'p', subjectId: 's', reviewId: 'r', nextOn: '2027-01-02' }
    const standing = { whyAlone: null, reviewId: 'r', nextOn: '2027-01-02' }
    expect(whyNotAsShown(shown, standing)).toBeNull()
    expect(whyNotAsShown(shown, null)).toBe('not_in_care')
    expect(whyNotAsShown(shown, { ...standing, whyAlone: 'told' })).toBe('told')
    expect(whyNotAsShown(shown, { ...standing, reviewId: 'later' })).toBe('reviewed_since')
    expect(whyNotAsShown(shown, { ...standing, nextOn: null })).toBe('next_changed')
  })
})

describe('the form that tells several people', () => {
  const ids = ['0190a1b2-0000-7000-8000-000000000001', '0190a1b2-0000-7000-8000-000000000002']
  const one = (nextOn: string) => `${ids[0]} ${ids[1]} ${ids[0]} ${nextOn}`

  it('says of each what was shown, with or without a next date', () => {
    const { tellings } = tellResultsSchema.parse({ tellings: [one('none'), one('2027-01-02')] })
    expect(tellings.map(({ nextOn }) => nextOn)).toEqual([null, '2027-01-02'])
    expect(tellResultsSchema.parse({ tellings: one('none') }).tellings).toHaveLength(1)
  })

  it.each([undefined, '', 'junk', one('soon'), one('2027-13-40'), Array(101).fill(one('none'))])(
    'is refused when it is not complete: %#',
    (tellings) => {
      expect(tellResultsSchema.safeParse({ tellings }).success).toBe(false)
    },
  )
})
