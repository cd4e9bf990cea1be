import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesInWords } from '@/lib/care-plans/changes'
import type { FrozenAction, FrozenItem } from '@/lib/care-plans/frozen-plan'

const ID = '00000000-0000-4000-8000-00000000000'
const action = (change: Partial<FrozenAction> = {}): FrozenAction => ({
  id: `${ID}1`,
  what: 'Walk every day',
  help: null,
  owner: { kind: 'person', name: 'Anne' },
  dueOn: '2026-12-01',
  finished: null,
  ...change,
})
const item = (change: Partial<FrozenItem> = {}): FrozenItem => ({
  id: `${ID}a`,
  concern: {
    code: 'fatigue',
    label: 'Tiredness',
    score: 8,
    ownWords: null,
    addedBy: 'person',
    isPriority: true,
  },
  whatMatters: null,
  goal: 'Walk to the park',
  actions: [action()],
  ...change,
})
const change = (before: FrozenItem[], now: FrozenItem[]) => changesInWords({ items: before }, { items: now })
const finished = { on: '2026-11-20', isNeeded: true, outcome: 'better' as const, newScore: 4 }

describe('what changed, in words', () => {
  it.each<[string, FrozenItem, string]>([
    ['a goal', item({ goal: 'Swim' }), 'Tiredness: the goal is changed: Swim'],
    ['a goal taken out', item({ goal: null }), 'Tiredness: the goal was taken out'],
    ['what matters', item({ whatMatters: 'My garden' }), 'Tiredness: what matters is new: My garden'],
    [
      'a score',
      item({ concern: { ...item().concern, score: null } }),
      'Tiredness: score was 8, now not given',
    ],
    [
      'the person’s words',
      item({ concern: { ...item().concern, ownWords: 'Weary' } }),
      'Tiredness: told again in new words',
    ],
    ['an action', item({ actions: [action({ what: 'Swim' })] }), 'Tiredness: action changed to: Swim'],
    [
      'an owner',
      item({ actions: [action({ owner: { kind: 'team', name: 'Breast team' } })] }),
      'Tiredness: Walk every day: now with Breast team',
    ],
    [
      'a date',
      item({ actions: [action({ dueOn: '2027-02-03' })] }),
      'Tiredness: Walk every day: now by 3 February 2027',
    ],
    [
      'the help',
      item({ actions: [action({ help: 'A leaflet' })] }),
      'Tiredness: Walk every day: the help there is changed',
    ],
    [
      'something done',
      item({ actions: [action({ finished })] }),
      'Tiredness: Walk every day: done on 20 November 2026',
    ],
    [
      'something not needed',
      item({ actions: [action({ finished: { ...finished, isNeeded: false } })] }),
      'Tiredness: Walk every day: no longer needed on 20 November 2026',
    ],
    ['an action taken out', item({ actions: [] }), 'Tiredness: taken out: Walk every day'],
    [
      'an action added',
      item({ actions: [action(), action({ id: `${ID}2`, what: 'Rest' })] }),
      'Tiredness: new action: Rest (Anne, by 1 December 2026)',
    ],
  ])('names %s', (_what, now, words) => {
    expect(change([item()], [now])).toEqual([words])
  })

  it('names concerns added, left out and put in another order', () => {
    const sleep = item({ id: `${ID}b`, concern: { ...item().concern, code: 'sleep', label: 'Sleep' } })
    expect(change([item()], [item(), sleep])).toEqual([
      'Added: Sleep',
      'Sleep: new action: Walk every day (Anne, by 1 December 2026)',
    ])
    expect(change([item(), sleep], [sleep])).toEqual(['No longer in the plan: Tiredness'])
    expect(change([item(), sleep], [sleep, item()])).toEqual(['The concerns are in a new order'])
  })

  it('repeats the beginning of a long text, on one line', () => {
    const [line] = change([item()], [item({ goal: `First\nsecond ${'long '.repeat(2000)}` })])
    expect(line).toMatch(/^Tiredness: the goal is changed: First second long .{1,80}…$/)
  })

  const text = fc.option(fc.string({ maxLength: 20 }), { nil: null })
  const actions = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3').map((digit) => `${ID}${digit}`),
      what: fc.string({ minLength: 1, maxLength: 10 }),
      help: text,
      owner: fc.record({ kind: fc.constantFrom('person' as const, 'team' as const), name: fc.string() }),
      dueOn: fc.constantFrom('2026-12-01', '2027-01-05'),
      finished: fc.constantFrom(null, finished),
    }),
    { selector: ({ id }) => id },
  )
  const items = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c').map((digit) => `${ID}${digit}`),
      concern: fc.record({
        code: fc.constant('fatigue'),
        label: fc.constant('Tiredness'),
        score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
        ownWords: text,
        addedBy: fc.constant('person' as const),
        isPriority: fc.constant(true),
      }),
      whatMatters: text,
      goal: text,
      actions,
    }),
    { selector: ({ id }) => id },
  )

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(items, (plan) => {
        expect(change(plan, structuredClone(plan))).toEqual([])
      }),
    )
  })

  it('is something wherever anything that people read changed', () => {
    const isUnfinishing = (before: FrozenItem[], now: FrozenItem[]) =>
      before.some((was) =>
        was.actions.some(
          (each) =>
            each.finished &&
            now.some((is) => is.id === was.id && is.actions.some((a) => a.id === each.id && !a.finished)),
        ),
      )
    const inAnyOrder = (plan: FrozenItem[]) =>
      plan.map((each) => ({ ...each, actions: [...each.actions].sort((a, b) => a.id.localeCompare(b.id)) }))
    fc.assert(
      fc.property(items, items, (before, now) => {
        // What is finished stays finished, and the order of actions is theirs alone.
        fc.pre(!isUnfinishing(before, now))
        const isSame = JSON.stringify(inAnyOrder(before)) === JSON.stringify(inAnyOrder(now))
        expect(change(before, now).length === 0).toBe(isSame)
      }),
    )
  })
})
