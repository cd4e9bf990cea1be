import { describe, expect, it } from 'vitest'
import { joinScores } from '@/lib/needs-assessments/score-rules'

const score = (code: string, on: string, value: number | null, label = code) => ({
  code,
  label,
  on,
  score: value,
})

describe('scores over time', () => {
  it('join by concern, the ones scored last first and the worst among them', () => {
    const joined = joinScores([
      score('sleep', '2026-01-01', 2),
      score('fatigue', '2026-01-01', 8),
      score('money', '2026-01-01', 6),
      score('fatigue', '2026-06-01', 5),
      score('money', '2026-06-01', 9),
    ])
    expect(joined.map(({ code }) => code)).toEqual(['money', 'fatigue', 'sleep'])
    expect(joined[1]?.scores).toEqual([
      { on: '2026-01-01', score: 8 },
      { on: '2026-06-01', score: 5 },
    ])
  })

  it('keep both of one day: what was scored again after the conversation stands last', () => {
    const [only] = joinScores([score('pain', '2026-01-01', 7), score('pain', '2026-01-01', 3)])
    expect(only?.scores).toEqual([
      { on: '2026-01-01', score: 7 },
      { on: '2026-01-01', score: 3 },
    ])
  })

  it('keep a concern that was not scored, and go by its latest name', () => {
    const [only] = joinScores([
      score('pain', '2026-01-01', null, 'Ache'),
      score('pain', '2026-02-01', 1, 'Pain'),
    ])
    expect(only).toEqual({
      code: 'pain',
      concern: 'Pain',
      scores: [
        { on: '2026-01-01', score: null },
        { on: '2026-02-01', score: 1 },
      ],
    })
  })

  it('tell concerns outside the catalogue apart', () => {
    const joined = joinScores([
      score('other', '2026-01-01', 1, 'The cat'),
      score('other', '2026-01-01', 2, 'The dog'),
    ])
    expect(joined.map(({ concern }) => concern)).toEqual(['The dog', 'The cat'])
  })
})
