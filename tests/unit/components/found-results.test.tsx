import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FoundResults } from '@/components/follow-up/found-results'
import type { ResultView, ReviewView } from '@/lib/results/result-view'

const review: ReviewView = {
  decision: 'contact',
  note: 'Call him first',
  by: 'Olu Adeyemi',
  on: '2026-11-20',
}

const shown = (change: Partial<ResultView>) => {
  const result = {
    ...{ id: 'r1', name: 'PSA', words: '0.24 µg/L', sampledOn: '2026-11-18' },
    ...{ alerts: [], reviews: [review], awaitsReview: false, ...change },
  } as unknown as ResultView
  return renderToStaticMarkup(<FoundResults patientId="p1" results={[result]} />)
}

describe('what a test found', () => {
  it('leads to the result, and says what was decided on it and why', () => {
    const html = shown({})
    expect(html).toContain('<a href="/patients/p1/results/r1">PSA 0.24 µg/L</a>, sample of 18 Nov 2026')
    expect(html).toContain('Contact the person, Olu Adeyemi: Call him first')
  })

  it('says that somebody has to look at it first, or again', () => {
    expect(shown({ reviews: [], awaitsReview: true })).toContain('Not reviewed yet')
    expect(shown({ awaitsReview: true })).toContain('To be reviewed again')
  })
})
