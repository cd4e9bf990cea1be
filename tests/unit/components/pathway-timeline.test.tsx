import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  pathwayInWords,
  whatInWords,
  whenInWords,
  type PathwayEvent,
} from '@/components/charts/pathway-events'
import { PathwayTimeline } from '@/components/charts/pathway-timeline'
import { timeTicks } from '@/components/charts/time-ticks'

const events: PathwayEvent[] = [
  { on: '2026-03-10', endsOn: '2026-06-22', kind: 'treatment', label: 'Chemotherapy' },
  { on: '2026-01-12', kind: 'diagnosis', label: 'Diagnosis' },
  { on: '2026-08-10', endsOn: null, kind: 'treatment', label: 'Letrozole' },
  { on: '2027-01-09', kind: 'treatment_summary', label: 'Treatment summary due', isPlanned: true },
]

describe('the pathway in words', () => {
  it('tells it in order, the planned apart', () => {
    expect(pathwayInWords(events)).toBe(
      'So far: Diagnosis 12 Jan 2026; Chemotherapy 10 Mar 2026 to 22 Jun 2026; Letrozole from 10 Aug 2026. ' +
        'Planned: Treatment summary due 9 Jan 2027.',
    )
  })
  it('names the kind where the label does not', () => {
    expect(events.map(whatInWords)).toEqual([
      'Chemotherapy (treatment)',
      'Diagnosis',
      'Letrozole (treatment)',
      'Treatment summary due',
    ])
  })
  it('marks what is planned', () => {
    expect(whenInWords({ on: '2027-01-09', kind: 'review', label: 'Review', isPlanned: true })).toBe(
      '9 Jan 2027, planned',
    )
  })
})

describe('the drawing', () => {
  const html = renderToStaticMarkup(
    <PathwayTimeline id="pathway" title="Pathway of Anne Smith" events={events} today="2026-11-21" />,
  )

  it('has a name and a description that are tied to it', () => {
    expect(html).toContain('role="img" aria-labelledby="pathway-title pathway-description"')
    expect(html).toContain('<title id="pathway-title">Pathway of Anne Smith</title>')
    expect(html).toContain('<desc id="pathway-description">So far: Diagnosis')
  })

  it('has every event in the table, in order', () => {
    const rows = [...html.matchAll(/<th class="nhsuk-table__header" scope="row">([^<]+)</g)].map(
      ([, when]) => when,
    )
    expect(rows).toEqual([
      '12 Jan 2026',
      '10 Mar 2026 to 22 Jun 2026',
      'from 10 Aug 2026',
      '9 Jan 2027, planned',
    ])
  })

  it('uses no style attribute, which the content-security policy refuses', () => {
    expect(html).not.toContain('style=')
  })

  it('says so when there is nothing to draw', () => {
    expect(
      renderToStaticMarkup(<PathwayTimeline id="p" title="Pathway" events={[]} today="2026-11-21" />),
    ).toBe('<p>Nothing has been recorded on the pathway yet.</p>')
  })
})

describe('ticks of time', () => {
  it('are firsts of months over some months', () => {
    expect(timeTicks('2026-01-12', '2026-04-20', 6).map(({ label }) => label)).toEqual([
      'Feb 2026',
      'Mar 2026',
      'Apr 2026',
    ])
  })
  it('are years over many years', () => {
    expect(timeTicks('2015-06-01', '2026-04-20', 12).map(({ label }) => label)).toEqual([
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ])
  })
  it('are never more than there is room for', () => {
    expect(timeTicks('1900-01-01', '2026-04-20', 5).length).toBeLessThanOrEqual(5)
  })
})
