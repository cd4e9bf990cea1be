import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needWords } from '@/components/patients/need-words'
import { needsOverTime, STANDINGS_SHOWN } from '@/lib/patients/record/needs-over-time'

const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']
const assessments = days.map((completedOn, place) => ({ id: `a${place}`, completedOn, noConcerns: false }))

type Raised = [place: number, code: string, score: number | null, label?: string]
const concerns = (...raised: Raised[]) =>
  raised.map(([place, code, score, label = code]) => ({ assessmentId: `a${place}`, code, score, label }))
const words = (found: ReturnType<typeof needsOverTime>) =>
  found.map((need) => `${need.label} ${needWords(need)}`)

describe('needs over time', () => {
  it('are told in words, the worst that is still raised first', () => {
    const raised = concerns(
      [0, 'fatigue', 8],
      [1, 'fatigue', 5],
      [0, 'money', 6],
      [0, 'sleep', null],
      [1, 'sleep', 9],
    )
    const found = needsOverTime({ assessments: assessments.slice(0, 2), concerns: raised, rescores: [] })
    expect(words(found)).toEqual([
      'sleep not scored → 9',
      'fatigue 8 → 5, better',
      'money 6 → no longer raised',
    ])
  })

  it('begin when a concern was first raised, and say when it came back', () => {
    const raised = concerns([1, 'pain', 3], [3, 'pain', 7])
    const found = needsOverTime({ assessments: assessments.slice(0, 4), concerns: raised, rescores: [] })
    expect(words(found)).toEqual(['pain 3 → no longer raised → 7, worse'])
  })

  it('count a score given when an action was finished, in its place in time', () => {
    const found = needsOverTime({
      assessments: assessments.slice(0, 2),
      concerns: concerns([0, 'fatigue', 8], [1, 'fatigue', 4]),
      rescores: [{ code: 'fatigue', label: 'fatigue', on: '2026-01-15', score: 6 }],
    })
    expect(words(found)).toEqual(['fatigue 8 → 6 → 4, better'])
  })

  it('leave out what belongs to an assessment that was recorded in error', () => {
    const raised = concerns([0, 'fatigue', 8], [5, 'grief', 9])
    const found = needsOverTime({ assessments: assessments.slice(0, 1), concerns: raised, rescores: [] })
    expect(words(found)).toEqual(['fatigue 8'])
  })

  it('tell concerns outside the catalogue apart by their words', () => {
    const raised = concerns([0, 'other', 2, 'My cat'], [0, 'other', 5, 'Parking'], [1, 'other', 2, 'My cat'])
    const found = needsOverTime({ assessments: assessments.slice(0, 2), concerns: raised, rescores: [] })
    expect(words(found)).toEqual(['My cat 2 → 2, the same', 'Parking 5 → no longer raised'])
  })

  it('end with what was said last, whatever went before', () => {
    const score = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null })
    const course = fc.array(fc.option(score, { nil: undefined }), { minLength: 1, maxLength: days.length })
    fc.assert(
      fc.property(course, (scores) => {
        const raised = scores.flatMap((each, place): Raised[] =>
          each === undefined ? [] : [[place, 'x', each]],
        )
        const given = { assessments: assessments.slice(0, scores.length), concerns: concerns(...raised) }
        const [need] = needsOverTime({ ...given, rescores: [] })
        const since = scores.slice(scores.findIndex((each) => each !== undefined))
        const said = since.map((each) => (each === undefined ? 'not_raised' : (each ?? 'not_scored')))
        expect(need?.standings ?? []).toEqual(raised.length === 0 ? [] : said.slice(-STANDINGS_SHOWN))
      }),
    )
  })
})
