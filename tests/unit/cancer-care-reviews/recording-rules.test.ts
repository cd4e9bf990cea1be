import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReview, type ReviewGrounds } from '@/lib/cancer-care-reviews/recording-rules'
import { parseReviewContent } from '@/lib/cancer-care-reviews/review-content'
import { parseReviewTemplate } from '@/lib/cancer-care-reviews/review-template'
import { addDays } from '@/lib/nhs/calendar-date'
import file from '@/prisma/reference/cancer-care-review-template/2026-11.json'
import { reviewDraft, typed, typedAction, type ReviewPlan } from '@/tests/factories/review-drafts'

const TODAY = '2026-11-29'
const TEAM = '0199aaaa-0000-7000-8000-000000000001'
const grounds: ReviewGrounds = {
  template: parseReviewTemplate(file),
  diagnosedOn: '2026-06-01',
  diedOn: null,
  today: TODAY,
  owners: [
    { value: 'practice', name: 'Our practice' },
    { value: 'person', name: 'The person' },
    { value: TEAM, name: 'Breast CNS team' },
  ],
}
const check = (plan: ReviewPlan, change: Partial<ReviewGrounds> = {}) =>
  checkReview(reviewDraft({ heldOn: TODAY, ...plan }), { ...grounds, ...change })
const faults = (plan: ReviewPlan, change: Partial<ReviewGrounds> = {}) => {
  const checked = check(plan, change)
  return checked.ok ? [] : checked.problems.map(({ field }) => field)
}

describe('a review that is checked before it is filed', () => {
  it('is whole with a day, a way, something said, what came of it, and who may read that', () => {
    const checked = check({
      actions: [typedAction(TEAM, { what: ' Look at the scar ', dueOn: '2026-12-10' })],
      nextReviewOn: '2027-05-29',
    })
    expect(checked).toMatchObject({
      ok: true,
      answers: {
        heldOn: TODAY,
        mode: 'telephone',
        isShared: true,
        nextReviewOn: '2027-05-29',
        actions: [
          {
            what: 'Look at the scar',
            owner: { kind: 'hospital_team', teamId: TEAM, name: 'Breast CNS team' },
            dueOn: '2026-12-10',
          },
        ],
      },
    })
  })

  it('keeps the words of the template of then, and only where something was said', () => {
    const checked = check({})
    const content = checked.ok ? checked.answers.content : null
    expect(parseReviewContent(1, content)).toEqual(content)
    expect(content?.sections.map(({ title }) => title)).toEqual([
      'How they are',
      'Alert symptoms',
      'Mood',
      'Medicines',
    ])
    expect(content?.sections[2]).toEqual({ code: 'mood', title: 'Mood', ticked: [], note: 'Sleeps badly' })
  })

  it.each<[string, ReviewPlan, string[], Partial<ReviewGrounds>?]>([
    ['held before the diagnosis', { heldOn: '2026-05-31' }, ['heldOn']],
    ['held in the future', { heldOn: addDays(TODAY, 1) }, ['heldOn']],
    ['held after the person died', {}, ['heldOn'], { diedOn: '2026-11-28' }],
    ['with no way of holding it', { mode: '' }, ['mode']],
    ['in which nothing was said', { ticked: [], notes: { mood: '  ' } }, ['ticked.known']],
    ['with an alert symptom and not what was done', { ticked: ['alerts_found'] }, ['notes.alerts']],
    [
      'with an alert symptom and none',
      { ticked: ['alerts_none', 'alerts_found'], notes: { alerts: 'Lump' } },
      ['notes.alerts'],
    ],
    ['with nothing that came of it', { outcomeSummary: '  a ' }, ['outcomeSummary']],
    ['without a word on sharing', { isShared: '' }, ['isShared']],
    ['with the next review today', { nextReviewOn: TODAY }, ['nextReviewOn']],
    ['with the next review in another century', { nextReviewOn: '2126-11-29' }, ['nextReviewOn']],
    ['with a next review after a death', { nextReviewOn: '2027-01-01' }, ['nextReviewOn'], { diedOn: TODAY }],
    ['with an action of nobody', { actions: [typedAction('')] }, ['actions.1.owner']],
    ['with an action of a team that does not care', { actions: [typedAction('x')] }, ['actions.1.owner']],
    [
      'with an action that says nothing',
      { actions: [typedAction('person', { what: ' ' })] },
      ['actions.1.what'],
    ],
    [
      'with an action that was due yesterday',
      { actions: [typedAction('person', { dueOn: addDays(TODAY, -1) })] },
      ['actions.1.dueOn'],
    ],
    [
      'with an action after a death',
      { actions: [typedAction('person')] },
      ['actions.1.what'],
      { diedOn: TODAY },
    ],
  ])('is refused at its fields: %s', (_what, plan, expected, change) => {
    expect(faults(plan, change)).toEqual(expected)
  })

  it('names the faulty row of several, and leaves blank rows out', () => {
    const blank = { what: ' ', owner: '', dueOn: typed(undefined) }
    expect(faults({ actions: [blank, typedAction('person'), typedAction('')] })).toEqual(['actions.3.owner'])
    const checked = check({ actions: [blank, typedAction('person')] })
    expect(checked.ok && checked.answers.actions).toHaveLength(1)
  })

  it('lets a full review that goes on as a brief one lose nothing', () => {
    const checked = check({ length: 'brief', ticked: ['smoking'], notes: { screening: 'Up to date' } })
    expect(checked.ok && checked.answers.content.sections.map(({ code }) => code)).toEqual([
      'lifestyle',
      'screening',
    ])
  })

  it('never files a review of a day that it cannot have been held on', () => {
    const days = fc.integer({ min: -400, max: 400 }).map((shift) => addDays(TODAY, shift))
    fc.assert(
      fc.property(days, days, fc.option(days, { nil: null }), (heldOn, diagnosedOn, diedOn) => {
        const isPossible = heldOn >= diagnosedOn && heldOn <= TODAY && (diedOn === null || heldOn <= diedOn)
        expect(check({ heldOn }, { diagnosedOn, diedOn }).ok).toBe(isPossible)
      }),
    )
  })
})
