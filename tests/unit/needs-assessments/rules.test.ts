import { describe, expect, it } from 'vitest'
import type { DraftContent } from '@/lib/needs-assessments/draft-content'
import type { EarlierConcern } from '@/lib/needs-assessments/needs-assessment'
import { checkAnswers, dayFault } from '@/lib/needs-assessments/rules'
import { aDraft, CATALOGUE, earlier, picked, typed } from './a-draft'

const life = { bornOn: '1961-02-03', diedOn: null }
const today = '2026-11-21'

function check(content: DraftContent, last: EarlierConcern[] = [], died: string | null = null) {
  return checkAnswers(content, {
    catalogue: CATALOGUE,
    earlier: last,
    life: { ...life, diedOn: died },
    today,
  })
}

function problemsOf(...args: Parameters<typeof check>) {
  const checked = check(...args)
  return checked.ok ? [] : checked.problems
}

const withFatigue = { concerns: { fatigue: picked({ score: '8' }) } }

describe('a whole assessment', () => {
  it('holds when, how, by whom, and the concerns in the person’s order', () => {
    const checked = check(
      aDraft({
        concerns: {
          money: picked({ score: '6', priority: '2', ownWords: ' Rent\nis late ' }),
          sleep: picked({ byStaff: true }),
          fatigue: picked({ score: ' 8 ', priority: '1' }),
        },
      }),
    )
    expect(checked).toEqual({
      ok: true,
      answers: {
        completedOn: '2026-10-03',
        mode: 'in_person',
        completedBy: 'person',
        proxyName: null,
        proxyRelationship: null,
        interpreterCode: '4',
        pathwayPoint: 'initial_diagnosis',
        staffRoleCode: '04',
        noConcerns: false,
        concerns: [
          {
            code: 'fatigue',
            label: 'Fatigue',
            score: 8,
            ownWords: null,
            addedBy: 'person',
            priority: 1,
            change: 'new',
          },
          {
            code: 'money',
            label: 'Money',
            score: 6,
            ownWords: ' Rent\nis late ',
            addedBy: 'person',
            priority: 2,
            change: 'new',
          },
          {
            code: 'sleep',
            label: 'Sleep',
            score: null,
            ownWords: null,
            addedBy: 'staff',
            priority: null,
            change: 'new',
          },
        ],
      },
    })
  })

  it('may have no concerns', () => {
    expect(check(aDraft({ noConcerns: true }))).toMatchObject({
      ok: true,
      answers: { noConcerns: true, concerns: [] },
    })
  })

  it('makes the only concern the first to talk about', () => {
    expect(check(aDraft(withFatigue))).toMatchObject({ answers: { concerns: [{ priority: 1 }] } })
  })

  it('leaves out what was typed for a concern that is not selected', () => {
    const draft = aDraft({
      concerns: { ...withFatigue.concerns, pain: typed({ score: 'much', priority: '9' }) },
    })
    expect(check(draft)).toMatchObject({ ok: true, answers: { concerns: [{ code: 'fatigue' }] } })
  })

  it('names whoever answered for the person', () => {
    const proxy = { completedBy: 'proxy', proxyName: ' Jan Smith ', proxyRelationship: 'Husband' }
    expect(check(aDraft({ ...withFatigue, ...proxy }))).toMatchObject({
      answers: { completedBy: 'proxy', proxyName: 'Jan Smith', proxyRelationship: 'Husband' },
    })
    expect(check(aDraft({ ...withFatigue, ...proxy, completedBy: 'person' }))).toMatchObject({
      answers: { proxyName: null, proxyRelationship: null },
    })
  })
})

describe('a half-answered assessment', () => {
  it.each([
    ['mode', { mode: '' }],
    ['mode', { mode: 'own_link' }],
    ['mode', { mode: 'pigeon' }],
    ['completedBy', { completedBy: '' }],
    ['interpreter', { interpreter: '9' }],
    ['pathwayPoint', { pathwayPoint: '' }],
    ['staffRole', { staffRole: 'nurse' }],
    ['completedOn', { completedOn: { day: '', month: '', year: '' } }],
    ['completedOn-year', { completedOn: { day: '3', month: '10', year: '26' } }],
    ['completedOn-month', { completedOn: { day: '3', month: '13', year: '2026' } }],
    ['completedOn', { completedOn: { day: '31', month: '2', year: '2026' } }],
    ['proxyName', { completedBy: 'proxy', proxyRelationship: 'Husband' }],
    ['proxyRelationship', { completedBy: 'proxy', proxyName: 'Jan' }],
    ['noConcerns', { concerns: {} }],
    ['noConcerns', { noConcerns: true }],
  ] as const)('is refused at %s: %o', (field, part) => {
    expect(problemsOf(aDraft({ ...withFatigue, ...part })).map((problem) => problem.field)).toEqual([field])
  })

  it('is told all that is missing at once', () => {
    const fields = problemsOf(
      aDraft({ mode: '', pathwayPoint: '', concerns: { pain: picked({ score: '11' }) } }),
    ).map(({ field }) => field)
    expect(fields).toEqual(['mode', 'pathwayPoint', 'concerns.pain.score'])
  })

  it.each(['11', '-1', '7.5', '8/10', 'eight', '１'])('is refused with the score %s', (score) => {
    expect(problemsOf(aDraft({ concerns: { pain: picked({ score }) } }))).toEqual([
      { field: 'concerns.pain.score', message: 'Score of “Pain” must be a whole number from 0 to 10' },
    ])
  })

  it('is refused without the name of a concern outside the catalogue, or with the same one twice', () => {
    expect(problemsOf(aDraft({ concerns: { 'other-1': picked() } }))).toEqual([
      { field: 'concerns.other-1.label', message: 'Enter what the concern is' },
    ])
    const twice = { 'other-1': picked({ label: 'The cat' }), 'other-2': picked({ label: ' The cat ' }) }
    expect(problemsOf(aDraft({ concerns: twice }))).toEqual([
      { field: 'concerns.other-2.label', message: '“The cat” is here twice' },
    ])
  })

  it('is refused with a concern that no catalogue has', () => {
    expect(problemsOf(aDraft({ concerns: { invented: picked() } }))).toHaveLength(1)
  })
})

describe('the day of an assessment', () => {
  const on = (date: string, died: string | null = null) =>
    dayFault(date, { ...life, diedOn: died }, today, 'Date of the offer')

  it('is between birth and today, and not after death: the day itself is one of the person’s days', () => {
    expect(on('2026-11-21')).toBeNull()
    expect(on('1961-02-03')).toBeNull()
    expect(on('2026-10-31', '2026-11-01')).toBeNull()
    expect(on('2026-11-01', '2026-11-01')).toBeNull()
  })

  it.each([
    ['2026-11-22', null, 'Date of the offer must be today or in the past'],
    ['1961-02-02', null, 'Date of the offer must be after the person was born, 3 Feb 1961'],
    ['2026-11-02', '2026-11-01', 'Date of the offer must be on or before 1 Nov 2026, when the person died'],
    ['2026-11-20', '2026-11-01', 'Date of the offer must be on or before 1 Nov 2026, when the person died'],
  ])('is not %s where the person died %s', (date, died, message) => {
    expect(on(date, died)).toBe(message)
  })
})

describe('an assessment that starts from the last', () => {
  const last = [
    earlier('fatigue', { score: 8, ownWords: 'Tired', addedBy: 'staff' }),
    earlier('money', { score: 6 }),
  ]

  it('takes "the same" with last time’s score and words, and "changed" as typed', () => {
    const draft = aDraft({
      concerns: {
        fatigue: typed({ change: 'same', score: '2', ownWords: 'typed over' }),
        money: typed({ change: 'changed', score: '3' }),
        pain: picked({ score: '1' }),
      },
    })
    expect(check(draft, last)).toMatchObject({
      answers: {
        concerns: [
          { code: 'fatigue', score: 8, ownWords: 'Tired', addedBy: 'staff', change: 'same' },
          { code: 'money', score: 3, ownWords: null, change: 'changed' },
          { code: 'pain', score: 1, change: 'new' },
        ],
      },
    })
  })

  it('drops what is no longer a concern', () => {
    const draft = aDraft({
      concerns: { fatigue: typed({ change: 'no_longer' }), money: typed({ change: 'same' }) },
    })
    expect(check(draft, last)).toMatchObject({ answers: { concerns: [{ code: 'money' }] } })
  })

  it('is refused while a concern of last time is not answered, whether or not it is in the draft', () => {
    const message = 'Select whether “Money” is the same, has changed or is no longer a concern'
    const fatigue = typed({ change: 'same' })
    expect(problemsOf(aDraft({ concerns: { fatigue, money: picked() } }), last)).toEqual([
      { field: 'concerns.money.change', message },
    ])
    expect(problemsOf(aDraft({ concerns: { fatigue } }), last)).toEqual([{ field: '', message }])
  })

  it('needs "no concerns" said where all of last time’s are gone', () => {
    const gone = { fatigue: typed({ change: 'no_longer' }), money: typed({ change: 'no_longer' }) }
    expect(problemsOf(aDraft({ concerns: gone }), last).map(({ field }) => field)).toEqual(['noConcerns'])
    expect(check(aDraft({ concerns: gone, noConcerns: true }), last).ok).toBe(true)
    expect(check(aDraft({ noConcerns: true }), last).ok).toBe(true)
  })

  it('knows a concern outside the catalogue by its words', () => {
    const cat = earlier('other', { label: 'The cat', score: 4 })
    const draft = aDraft({ concerns: { 'other-3': typed({ label: 'The cat', change: 'same' }) } })
    expect(check(draft, [cat])).toMatchObject({
      answers: { concerns: [{ code: 'other', label: 'The cat', score: 4, change: 'same' }] },
    })
  })

  it('keeps a concern that the catalogue no longer has', () => {
    const draft = aDraft({ concerns: { dizziness: typed({ change: 'same' }) } })
    expect(check(draft, [earlier('dizziness')])).toMatchObject({
      answers: { concerns: [{ code: 'dizziness', label: 'Dizziness' }] },
    })
  })
})
