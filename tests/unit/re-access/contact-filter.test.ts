import { describe, expect, it } from 'vitest'
import { isFiltered, parseContactFilter } from '@/lib/re-access/contact-filter'

describe('the log of contacts', () => {
  it.each([
    [{}, false],
    [{ reason: 'no such reason', page: 'x' }, false],
    [{ open: 'all' }, false],
    [{ reason: 'symptom' }, true],
    [{ outcome: 'advice_only' }, true],
    [{ page: '2' }, true],
  ])('at the address %j is shown in part: %s', (params, isShownInPart) => {
    expect(isFiltered(parseContactFilter(params))).toBe(isShownInPart)
  })
})
