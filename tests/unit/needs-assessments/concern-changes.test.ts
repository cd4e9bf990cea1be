import { describe, expect, it } from 'vitest'
import { changeSince, concernsInBrief } from '@/lib/needs-assessments/concern-changes'
import type { FiledConcern } from '@/lib/needs-assessments/needs-assessment'
import { earlier } from './a-draft'

function filed(code: string, concern: Partial<FiledConcern> = {}): FiledConcern {
  return { ...earlier(code), priority: null, change: 'new', ...concern }
}

describe('what became of concerns since last time', () => {
  it('names those that stand with both scores, then those that are gone', () => {
    const last = [earlier('fatigue', { score: 8 }), earlier('money', { score: 6 }), earlier('sleep')]
    const now = [filed('pain', { score: 2 }), filed('fatigue', { score: 5, change: 'changed' })]
    expect(changeSince(last, now)).toEqual([
      { code: 'pain', label: 'Pain', before: null, now: 2, change: 'new' },
      { code: 'fatigue', label: 'Fatigue', before: 8, now: 5, change: 'changed' },
      { code: 'money', label: 'Money', before: 6, now: null, change: 'no_longer' },
      { code: 'sleep', label: 'Sleep', before: null, now: null, change: 'no_longer' },
    ])
  })

  it('tells concerns outside the catalogue apart by their words', () => {
    const cat = earlier('other', { label: 'The cat', score: 4 })
    const dog = filed('other', { label: 'The dog', score: 1 })
    expect(changeSince([cat], [dog]).map(({ label, change }) => [label, change])).toEqual([
      ['The dog', 'new'],
      ['The cat', 'no_longer'],
    ])
  })
})

describe('concerns in brief', () => {
  it.each([
    [[], 'No concerns'],
    [[{ label: 'Fatigue', score: 8 }], '1 concern, top: fatigue 8'],
    [
      [
        { label: 'Sleep', score: null },
        { label: 'Pain', score: 9 },
      ],
      '2 concerns, top: sleep',
    ],
    [[{ label: 'HRT', score: 0 }], '1 concern, top: HRT 0'],
    [[{ label: '猫', score: 3 }], '1 concern, top: 猫 3'],
  ])('of %o say %s', (concerns, words) => {
    expect(concernsInBrief(concerns)).toBe(words)
  })
})
