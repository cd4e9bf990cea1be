import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReviewActionEventKind, ReviewActionOwner } from '@/lib/platform/prisma-client/enums'
import {
  answersFor,
  isSettled,
  owedForAction,
  reviewActionStateOf,
  type Answering,
} from '@/lib/review-actions/rules'

const kinds = fc.array(fc.constantFrom(...Object.values(ReviewActionEventKind)), { maxLength: 6 })
const owners = fc.constantFrom(...Object.values(ReviewActionOwner))
const SIDES: Answering[] = ['practice', 'hospital']
const [DUE, TODAY] = ['2026-12-24', '2026-11-29']

describe('an action that a review agreed', () => {
  it('is in the same state whatever was written down first', () => {
    fc.assert(
      fc.property(kinds, (said) => {
        expect(reviewActionStateOf([...said].reverse())).toBe(reviewActionStateOf(said))
      }),
    )
  })

  it('is done once it was said to be done, and open while only its day or team changed', () => {
    fc.assert(
      fc.property(kinds, (said) => {
        const state = reviewActionStateOf(said)
        if (said.includes('done')) expect(state).toBe('done')
        const ends = said.filter((kind) => kind !== 'postponed' && kind !== 'handed_on')
        if (ends.length === 0) expect(state).toBe('open')
      }),
    )
  })

  it('is owed by exactly one side while it is not settled, who has an answer to give, and by nobody after', () => {
    fc.assert(
      fc.property(kinds, owners, (said, owner) => {
        const state = reviewActionStateOf(said)
        const owed = owedForAction(state, { owner, dueOn: DUE }, TODAY)
        if (isSettled(state)) {
          expect(owed).toBeNull()
          for (const side of SIDES) expect(answersFor(state, owner, side)).toEqual([])
        } else if (state === 'open' || owner === 'hospital_team') {
          expect(owed && answersFor(state, owner, owed.by)).toContain('done')
        }
      }),
    )
  })

  it.each([
    ['open', 'person', 'practice', 'complete_review_action', DUE],
    ['open', 'practice', 'practice', 'complete_review_action', DUE],
    ['open', 'hospital_team', 'hospital', 'answer_review_action', DUE],
    ['declined', 'hospital_team', 'practice', 'settle_review_action', '2026-12-06'],
  ] as const)('%s, of the %s: the %s owes %s by %s', (...row) => {
    const [state, owner, by, kind, dueOn] = row
    expect(owedForAction(state, { owner, dueOn: DUE }, TODAY)).toEqual({ by, kind, dueOn })
  })

  it('lets a hospital team answer only what is asked of it', () => {
    expect(answersFor('open', 'person', 'hospital')).toEqual([])
    expect(answersFor('open', 'hospital_team', 'hospital')).toEqual(['done', 'declined'])
    expect(answersFor('declined', 'hospital_team', 'hospital')).toEqual([])
    expect(answersFor('declined', 'hospital_team', 'practice')).toEqual(['done', 'not_needed'])
  })
})
