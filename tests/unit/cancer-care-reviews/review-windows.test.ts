import { describe, expect, it } from 'vitest'
import { DEFAULT_REVIEW_STANDARDS } from '@/lib/cancer-care-reviews/review-standards'
import type { ReviewFacts } from '@/lib/cancer-care-reviews/review-facts'
import { reviewWindows } from '@/lib/cancer-care-reviews/review-windows'
import { diagnosed } from './a-diagnosis'

/** Diagnosed on 1 March 2026: the first window ends on 2 June 2026, the second on 1 March 2027. */
function first(more: Partial<ReviewFacts>, today: string) {
  return reviewWindows(diagnosed('2026-03-01', more), today).first
}

function second(more: Partial<ReviewFacts>, today: string) {
  return reviewWindows(diagnosed('2026-03-01', more), today).second
}

describe('the two windows after a diagnosis', () => {
  it.each([
    ['2026-03-01', 'due', 'not_yet'],
    ['2026-06-02', 'due', 'not_yet'],
    ['2026-06-03', 'overdue', 'due'],
    ['2027-03-01', 'overdue', 'due'],
    ['2027-03-02', 'overdue', 'overdue'],
  ])('stand on %s at %s and %s', (today, state, nextState) => {
    expect(first({}, today).state).toBe(state)
    expect(second({}, today).state).toBe(nextState)
  })

  it.each([
    ['2024-02-29', '2024-06-01', '2025-02-28'],
    ['2023-11-29', '2024-03-01', '2024-11-29'],
    ['2023-02-28', '2023-06-01', '2024-02-28'],
    ['2026-01-31', '2026-05-04', '2027-01-31'],
  ])(
    'after %s end on %s and %s, over a leap day and over the change of clocks',
    (day, firstDue, secondDue) => {
      const { first, second } = reviewWindows(diagnosed(day), day)
      expect([first.dueOn, second.dueOn]).toEqual([firstDue, secondDue])
    },
  )

  it('are as long as a place sets them', () => {
    const standards = { ...DEFAULT_REVIEW_STANDARDS, firstDays: 31, secondMonths: 6 }
    const { first, second } = reviewWindows(diagnosed('2026-08-31'), '2026-11-21', standards)
    expect(first).toEqual({ opensOn: '2026-08-31', dueOn: '2026-10-01', state: 'overdue' })
    expect(second).toEqual({ opensOn: '2026-10-02', dueOn: '2027-02-28', state: 'due' })
  })

  it('cannot be set to end the wrong way round', () => {
    const standards = { ...DEFAULT_REVIEW_STANDARDS, firstDays: 400 }
    expect(() => reviewWindows(diagnosed('2026-03-01'), '2026-03-01', standards)).toThrow(RangeError)
  })
})

describe('a review', () => {
  it('in the first window meets that one alone', () => {
    const held = { reviewedOn: ['2026-06-02'] }
    expect(first(held, '2026-06-10')).toMatchObject({ state: 'met', metOn: '2026-06-02' })
    expect(second(held, '2026-06-10').state).toBe('due')
  })

  it('after it meets both, the first of them late', () => {
    const held = { reviewedOn: ['2026-06-03'] }
    expect(first(held, '2026-06-10')).toMatchObject({
      state: 'met',
      metOn: '2026-06-03',
      dueOn: '2026-06-02',
    })
    expect(second(held, '2026-06-10')).toMatchObject({ state: 'met', metOn: '2026-06-03' })
  })

  it('before the diagnosis was of something else', () => {
    expect(first({ reviewedOn: ['2026-02-28'] }, '2026-04-01').state).toBe('due')
  })

  it('stays held after a death, a move and a refusal', () => {
    const facts = { reviewedOn: ['2026-04-01'], diedOn: '2026-05-01', registeredOn: null }
    expect(first(facts, '2026-07-01').state).toBe('met')
    expect(second(facts, '2026-07-01')).toMatchObject({ state: 'excused', reason: 'died' })
  })
})

describe('no review is owed', () => {
  it.each([
    ['to the dead', { diedOn: '2026-04-01' }, 'died'],
    ['by no practice', { registeredOn: null }, 'no_practice'],
    ['under palliative care', { palliativeSince: '2026-02-01' }, 'palliative_care'],
    ['where a clinician judged it unsuitable', { unsuitableSince: '2026-04-01' }, 'unsuitable'],
    ['to who declined', { declinedOn: ['2026-03-20'] }, 'declined'],
    ['after two invitations in vain', { unansweredOn: ['2026-04-08', '2026-04-01'] }, 'no_answer'],
  ])('%s', (_whom, facts, reason) => {
    expect(first(facts, '2026-04-20')).toMatchObject({ state: 'excused', reason })
  })

  it.each([
    ['a death that is still to come', { diedOn: '2026-04-21' }],
    ['one invitation', { unansweredOn: ['2026-04-01'] }],
    ['two invitations in one week', { unansweredOn: ['2026-04-01', '2026-04-07'] }],
    ['a second invitation six days ago', { unansweredOn: ['2026-04-01', '2026-04-14'] }],
    ['a refusal before the diagnosis', { declinedOn: ['2026-02-28'] }],
  ])('but is after %s', (_what, facts) => {
    expect(first(facts, '2026-04-20').state).toBe('due')
  })

  it('after a second invitation, from the day its time to answer is over, whatever is sent after it', () => {
    const facts = { unansweredOn: ['2026-04-01', '2026-04-08', '2026-04-14'] }
    expect(first(facts, '2026-04-14').state).toBe('due')
    expect(first(facts, '2026-04-15')).toMatchObject({ state: 'excused', reason: 'no_answer' })
  })

  it('after a refusal, until the next window asks again', () => {
    const facts = { declinedOn: ['2026-06-02'] }
    expect(first(facts, '2026-06-03')).toMatchObject({ reason: 'declined' })
    expect(second(facts, '2026-06-03').state).toBe('due')
  })

  it('for what was diagnosed 15 or 24 months ago', () => {
    expect(first({}, '2027-06-01').state).toBe('overdue')
    expect(first({}, '2027-06-02')).toMatchObject({ reason: 'long_ago' })
    expect(second({}, '2028-03-01').state).toBe('overdue')
    expect(second({}, '2028-03-02')).toMatchObject({ reason: 'long_ago' })
  })
})

describe('a diagnosis recorded late', () => {
  it('opens the window on the day it is recorded', () => {
    expect(first({ recordedOn: '2026-04-10' }, '2026-04-10')).toEqual({
      opensOn: '2026-04-10',
      dueOn: '2026-06-02',
      state: 'due',
    })
  })

  it('with four weeks left is owed in time, with less is not held against the practice', () => {
    expect(first({ recordedOn: '2026-05-05' }, '2026-06-03').state).toBe('overdue')
    const late = { recordedOn: '2026-05-06' }
    expect(first(late, '2026-06-02').state).toBe('due')
    expect(first(late, '2026-06-03')).toMatchObject({ state: 'excused', reason: 'recorded_late' })
    expect(second(late, '2026-06-03').state).toBe('due')
  })

  it('when both windows are over asks for neither', () => {
    const late = { recordedOn: '2027-06-01' }
    expect(first(late, '2027-06-01')).toMatchObject({ state: 'excused', reason: 'recorded_late' })
    expect(second(late, '2027-06-01')).toMatchObject({ state: 'excused', reason: 'recorded_late' })
  })
})

describe('a person who moves practice', () => {
  it('is owed the review by the new one from the day of registration', () => {
    expect(second({ registeredOn: '2026-09-01' }, '2026-09-01')).toMatchObject({
      opensOn: '2026-09-01',
      state: 'due',
    })
  })

  it('in the last three months of a window is still asked, but nobody is late', () => {
    expect(second({ registeredOn: '2026-12-01' }, '2027-03-02').state).toBe('overdue')
    const moved = { registeredOn: '2026-12-02' }
    expect(second(moved, '2027-03-01').state).toBe('due')
    expect(second(moved, '2027-03-02')).toMatchObject({ state: 'excused', reason: 'registered_late' })
  })
})
