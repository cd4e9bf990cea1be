import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ReleasedResultsTable } from '@/components/results/released-results-table'
import type { ReleasedResult } from '@/lib/results/released-results'

const psa: ReleasedResult = {
  id: 'r1',
  name: 'PSA',
  words: '0.24 µg/L',
  reportText: null,
  isCorrection: false,
  sampledOn: '2026-11-18',
  releasedAt: new Date('2026-11-30T16:04:00Z'),
  hasAlerts: true,
  decision: 'contact',
  toldOn: null,
  team: { name: 'Urology', telephone: null },
}

const shown = (change: Partial<ReleasedResult> = {}) =>
  renderToStaticMarkup(<ReleasedResultsTable results={[{ ...psa, ...change }]} />)

describe('a result as a practice reads it', () => {
  it('says that a rule objects, what the team decided, and that the person does not know yet', () => {
    for (const words of ['Out of range, or in question', 'Contact the person', 'Not yet told'])
      expect(shown()).toContain(words)
  })

  it('says the day on which the person was told, and of one in range that it is', () => {
    const html = shown({ hasAlerts: false, decision: 'in_range', toldOn: '2026-11-25' })
    expect(html).toContain('Told on 25 Nov 2026')
    expect(html).not.toContain('Out of range')
    expect(shown({ hasAlerts: false, decision: null })).toContain('In range by a rule')
    expect(shown({ decision: null })).toContain('looks at it again')
  })
})
