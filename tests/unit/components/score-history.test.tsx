import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  onEachDate,
  scorePoints,
  scoreChartSize,
  unbrokenRuns,
  yOfScore,
} from '@/components/charts/score-geometry'
import { ScoreHistory } from '@/components/charts/score-history'
import { scoresInWords } from '@/components/charts/score-words'

const fatigue = {
  concern: 'Fatigue',
  scores: [
    { on: '2026-01-20', score: 8 },
    { on: '2026-06-01', score: 6 },
    { on: '2026-10-03', score: 5 },
  ],
}
const money = {
  concern: 'Money or housing',
  scores: [
    { on: '2026-01-20', score: 6 },
    { on: '2026-10-03', score: 2 },
  ],
}
const sleep = { concern: 'Sleep', scores: [{ on: '2026-10-03', score: null }] }

describe('scores in words', () => {
  const words = (...scores: (number | null)[]) =>
    scoresInWords({
      concern: 'Sleep',
      scores: scores.map((score, day) => ({ on: `2026-01-0${day + 1}`, score })),
    })

  it('says better when the score fell, worse when it rose', () => {
    expect(words(8, 6, 5)).toBe('from 8 to 5, better')
    expect(words(2, 9)).toBe('from 2 to 9, worse')
    expect(words(4, 9, 4)).toBe('4, as at first')
  })
  it('counts 0 as a score and leaves out what was not scored', () => {
    expect(words(3, null, 0)).toBe('from 3 to 0, better')
    expect(words(null, 4)).toBe('scored 4 once')
    expect(words(null)).toBe('not scored yet')
  })
})

describe('the geometry', () => {
  it('has 0 at the bottom and 10 at the top, evenly', () => {
    expect(yOfScore(0)).toBe(scoreChartSize.bottom)
    expect(yOfScore(10)).toBe(scoreChartSize.top)
    expect(yOfScore(5)).toBe((scoreChartSize.bottom + scoreChartSize.top) / 2)
  })
  it('places points at their true time', () => {
    const scores = ['2026-01-01', '2026-01-11', '2026-02-10'].map((on) => ({ on, score: 1 }))
    const [first = 0, second = 0, third = 0] = scorePoints(scores, '2026-01-01', '2026-02-10').map(
      ({ x }) => x,
    )
    expect((second - first) * 4).toBeCloseTo(third - first, 6)
  })
  it('puts a single day in the middle', () => {
    const [point] = scorePoints([{ on: '2026-01-01', score: 3 }], '2026-01-01', '2026-01-01')
    expect(point?.x).toBe((scoreChartSize.left + scoreChartSize.right) / 2)
  })
  it('draws no line over an assessment where the concern was not scored', () => {
    const dates = ['2026-01-20', '2026-06-01', '2026-10-03']
    expect(unbrokenRuns(onEachDate(fatigue.scores, dates))).toHaveLength(1)
    expect(unbrokenRuns(onEachDate(money.scores, dates))).toHaveLength(0)
  })
})

describe('the drawing', () => {
  const html = renderToStaticMarkup(<ScoreHistory id="scores" concerns={[fatigue, money, sleep]} />)

  it('says it in words before it draws', () => {
    expect(html.indexOf('from 8 to 5, better')).toBeGreaterThan(0)
    expect(html.indexOf('from 8 to 5, better')).toBeLessThan(html.indexOf('<svg'))
  })
  it('gives every score in the table, with gaps named', () => {
    const cells = [...html.matchAll(/<td[^>]*>([^<]+)<\/td>/g)].map(([, text]) => text)
    expect(cells).toEqual(['8', '6', '5', '6', '–', '2', '–', '–', 'Not scored'])
  })
  it('names each drawing by its concern', () => {
    expect(html).toContain('<title id="scores-2-title">Money or housing: scores over time</title>')
    expect(html).toContain('<desc id="scores-2-description">20 Jan 2026: 6, 3 Oct 2026: 2</desc>')
  })
  it('says so when nothing was scored', () => {
    expect(renderToStaticMarkup(<ScoreHistory id="s" concerns={[]} />)).toBe(
      '<p>No concern has been scored yet.</p>',
    )
  })
})
