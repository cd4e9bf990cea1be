import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkFreeText,
  countCharacters,
  FREE_TEXT_LIMIT,
  freeTextFaultWords,
  SHORT_TEXT_LIMIT,
} from '@/lib/nhs/free-text'

describe('free text', () => {
  it.each([
    '<script>alert(1)</script>',
    '=HYPERLINK("http://example.org")',
    "Robert'); DROP TABLE patient;--",
    'שלום مرحبا',
    'family 👨‍👩‍👧 and flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
    '\tindented\n  by two  ',
    '',
  ])('keeps %j exactly', (text) => {
    expect(checkFreeText(text)).toEqual({ ok: true, value: text })
  })

  it('is stored in NFC with line feeds', () => {
    expect(checkFreeText('Sea\u0301n\r\ntwo\rthree')).toEqual({ ok: true, value: 'Seán\ntwo\nthree' })
  })

  it.each(['a\0b', 'a\u0007b', 'a\u001bb', 'a\u007fb', 'a\u0085b', 'a\ud800b', 'a\udc00'])(
    'refuses %j',
    (text) => {
      expect(checkFreeText(text)).toEqual({ ok: false, fault: 'character_not_allowed' })
    },
  )

  it('is limited by code points, not by their halves', () => {
    expect(checkFreeText('👍'.repeat(FREE_TEXT_LIMIT)).ok).toBe(true)
    expect(checkFreeText('👍'.repeat(FREE_TEXT_LIMIT + 1))).toEqual({ ok: false, fault: 'too_long' })
    expect(checkFreeText('a'.repeat(100_000))).toEqual({ ok: false, fault: 'too_long' })
    expect(checkFreeText('a'.repeat(SHORT_TEXT_LIMIT), SHORT_TEXT_LIMIT).ok).toBe(true)
    expect(checkFreeText('a'.repeat(SHORT_TEXT_LIMIT + 1), SHORT_TEXT_LIMIT).ok).toBe(false)
    expect(freeTextFaultWords('too_long', 'What matters')).toBe(
      'What matters must be 10,000 characters or fewer',
    )
  })

  it('is never cut, and checked again comes out the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (text, limit) => {
          const checked = checkFreeText(text, limit)
          fc.pre(checked.ok)
          if (!checked.ok) return
          expect(checked.value).toBe(text.normalize('NFC').replace(/\r\n|\r/g, '\n'))
          expect(countCharacters(checked.value)).toBeLessThanOrEqual(limit)
          expect(checkFreeText(checked.value, limit)).toEqual(checked)
        },
      ),
    )
  })
})
