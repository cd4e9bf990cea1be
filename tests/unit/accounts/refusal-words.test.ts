import { describe, expect, it } from 'vitest'
import { refusalWords } from '@/lib/accounts/refusal-words'

describe('a refusal, in words', () => {
  it.each([
    ['own_account', 'your own account'],
    ['own_role', 'to themselves'],
    ['works_elsewhere_too', 'another organisation too'],
    ['verb_not_allowed', 'Your role does not allow this'],
    ['constructor', 'Your role does not allow this'],
  ])('for %s says “%s”', (reason, words) => {
    expect(refusalWords(reason)).toContain(words)
    expect(refusalWords(reason)).toContain('Nothing was changed')
  })
})
