import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LettersLine } from '@/components/tasks/letters-line'
import type { WaitingLetters } from '@/lib/tasks/worklist'

const words = (letters: WaitingLetters) =>
  renderToStaticMarkup(<LettersLine letters={letters} />).replaceAll(/<[^>]+>/g, '')

describe('the line of letters on a worklist', () => {
  it('says how many wait, since when, and leads to them', () => {
    const letters = { open: 12, overdue: 0, first: '2026-12-03' }
    expect(words(letters)).toBe('12 letters to post, oldest due 3 Dec 2026 ')
    expect(renderToStaticMarkup(<LettersLine letters={letters} />)).toContain('href="/letters"')
  })

  it('says plainly how many are overdue', () => {
    expect(words({ open: 1200, overdue: 40, first: '2026-12-03' })).toBe(
      '1,200 letters to post, oldest due 3 Dec 2026 40 overdue',
    )
    expect(words({ open: 1, overdue: 1, first: '2026-12-03' })).toBe(
      '1 letter to post, due 3 Dec 2026 Overdue',
    )
  })
})
