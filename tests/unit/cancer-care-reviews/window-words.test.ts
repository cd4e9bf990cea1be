import { describe, expect, it } from 'vitest'
import { invitedWords, windowWords } from '@/lib/cancer-care-reviews/window-words'
import type { ReviewWindow } from '@/lib/cancer-care-reviews/review-windows'

const days = { opensOn: '2026-03-01', dueOn: '2026-06-02' }
const TODAY = '2026-05-31'

describe('where a review stands, in words', () => {
  it.each<[ReviewWindow, string]>([
    [{ ...days, state: 'not_yet' }, 'Not yet: from 1 Mar 2026, due by 2 Jun 2026'],
    [{ ...days, state: 'due' }, 'Due by 2 Jun 2026, in 2 days'],
    [{ ...days, dueOn: '2026-05-30', state: 'overdue' }, 'Overdue: was due by 30 May 2026, yesterday'],
    [{ ...days, state: 'met', metOn: '2026-06-02' }, 'Held on 2 Jun 2026'],
    [{ ...days, state: 'met', metOn: '2026-06-03' }, 'Held on 3 Jun 2026, late'],
    [{ ...days, state: 'excused', reason: 'no_answer' }, 'Not needed: no answer to two invitations'],
  ])('%j', (standing, words) => {
    expect(windowWords(standing, TODAY)).toBe(words)
  })
})

describe('how somebody was invited, in words', () => {
  it.each([
    [[], 'Not invited yet'],
    [[{ on: '2026-04-01', channel: 'letter' as const }], 'Letter, 1 Apr 2026'],
    [
      [
        { on: '2026-04-01', channel: 'letter' as const },
        { on: '2026-04-09', channel: 'telephone' as const },
      ],
      'Telephone, 9 Apr 2026, invited 2 times',
    ],
  ])('%j', (invitations, words) => {
    expect(invitedWords(invitations)).toBe(words)
  })
})
