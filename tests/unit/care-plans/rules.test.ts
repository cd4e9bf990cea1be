import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionStateOf,
  beginsNextVersion,
  hasAnythingPlanned,
  isFinished,
  mayBeReviewed,
  mayFollow,
  standingOf,
  unplannedPriorities,
  type PlanEvent,
  type PlanState,
} from '@/lib/care-plans/rules'
import { ActionEventKind, CarePlanEventKind } from '@/lib/platform/prisma-client/enums'

const event = (kind: CarePlanEventKind, versionNumber: number | null = null): PlanEvent => ({
  kind,
  versionNumber,
})
const stateAfter = (...kinds: CarePlanEventKind[]) => standingOf(kinds.map((kind) => event(kind))).state

describe('the state of a plan', () => {
  it.each<[PlanState, CarePlanEventKind[]]>([
    ['draft', []],
    ['draft', ['drafted']],
    ['offered', ['drafted', 'offered']],
    ['agreed', ['drafted', 'offered', 'agreed']],
    ['agreed', ['drafted', 'agreed', 'not_shared']],
    ['declined', ['drafted', 'offered', 'declined']],
    ['unable', ['drafted', 'unable']],
    ['reviewed', ['drafted', 'agreed', 'reviewed']],
    ['draft', ['drafted', 'agreed', 'reviewed', 'drafted']],
    ['draft', ['drafted', 'declined', 'drafted']],
  ])('is %s after %j', (state, kinds) => {
    expect(stateAfter(...kinds)).toBe(state)
  })

  const events = fc.array(
    fc.record({
      kind: fc.constantFrom(...Object.values(CarePlanEventKind)),
      versionNumber: fc.option(fc.integer({ min: 1, max: 20 })),
    }),
    { maxLength: 30 },
  )

  it('is one state after any events in any order: that of the last but for "not shared"', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const last = happened
          .map(({ kind }) => kind)
          .filter((kind) => kind !== 'not_shared')
          .at(-1)
        const expected = last === undefined || last === 'drafted' ? 'draft' : last
        expect(standingOf(happened).state).toBe(expected)
      }),
    )
  })

  it('never takes an agreed version away, and lets a later one take its place', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const numbers = happened.map(
          (_, count) => standingOf(happened.slice(0, count + 1)).agreedVersion ?? 0,
        )
        expect([...numbers].sort((one, other) => one - other)).toEqual(numbers)
        const agreed = happened.filter(({ kind }) => kind === 'agreed').map((each) => each.versionNumber ?? 0)
        expect(standingOf(happened).agreedVersion).toBe(Math.max(0, ...agreed) || null)
      }),
    )
  })

  it('is kept from the practice only by what was said of the latest agreement', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const kinds = happened.map(({ kind }) => kind)
        const expected = kinds.lastIndexOf('not_shared') > kinds.lastIndexOf('agreed')
        expect(standingOf(happened).isKeptFromPractice).toBe(expected)
      }),
    )
  })
})

describe('what may follow', () => {
  const states: PlanState[] = ['draft', 'offered', 'agreed', 'declined', 'unable', 'reviewed']
  const allowed = (kind: CarePlanEventKind) => states.filter((state) => mayFollow(state, kind))

  it('is decided for every state and every event', () => {
    expect(Object.fromEntries(Object.values(CarePlanEventKind).map((kind) => [kind, allowed(kind)]))).toEqual(
      {
        drafted: ['agreed', 'declined', 'unable', 'reviewed'],
        offered: ['draft', 'offered', 'declined', 'unable'],
        agreed: ['draft', 'offered', 'declined', 'unable'],
        declined: ['draft', 'offered'],
        unable: ['draft', 'offered'],
        reviewed: ['agreed'],
        not_shared: [],
      },
    )
  })

  it('begins a next version by a change to what is settled alone', () => {
    expect(states.filter(beginsNextVersion)).toEqual(['agreed', 'declined', 'unable', 'reviewed'])
  })

  it('lets an agreed version be reviewed while it stands, also while the next is prepared', () => {
    const standing = (...happened: PlanEvent[]) => mayBeReviewed(standingOf(happened))
    expect(standing(event('drafted'))).toBe(false)
    expect(standing(event('agreed', 1))).toBe(true)
    expect(standing(event('agreed', 1), event('drafted'))).toBe(true)
    expect(standing(event('agreed', 1), event('reviewed'))).toBe(false)
  })
})

describe('the state of an action', () => {
  const kinds = fc.array(fc.constantFrom(...Object.values(ActionEventKind)), { maxLength: 20 })

  it.each<[ReturnType<typeof actionStateOf>, ActionEventKind[]]>([
    ['open', []],
    ['open', ['opened', 'postponed']],
    ['done', ['opened', 'done']],
    ['declined', ['opened', 'declined']],
    ['declined', ['opened', 'declined', 'postponed']],
    ['open', ['opened', 'declined', 'reassigned']],
    ['not_needed', ['opened', 'declined', 'not_needed']],
    ['done', ['opened', 'done', 'declined', 'reassigned']],
  ])('is %s after %j', (state, happened) => {
    expect(actionStateOf(happened)).toBe(state)
  })

  it('is finished for good with the first "done" or "not needed", and open or declined before', () => {
    fc.assert(
      fc.property(kinds, (happened) => {
        const first = happened.find((kind) => kind === 'done' || kind === 'not_needed')
        const state = actionStateOf(happened)
        if (first) expect(state).toBe(first)
        else expect(isFinished(state)).toBe(false)
      }),
    )
  })
})

describe('a plan that can be agreed', () => {
  const item = { concernLabel: 'Sleep', isPriority: true, goal: null, actionCount: 0 }

  it('has a goal or an action for each of the person’s priorities', () => {
    expect(
      unplannedPriorities([
        item,
        { ...item, concernLabel: 'Money', goal: 'Less worry' },
        { ...item, concernLabel: 'Pain', actionCount: 1 },
        { ...item, concernLabel: 'Worry', isPriority: false },
      ]),
    ).toEqual(['Sleep'])
  })

  it('plans something', () => {
    expect(hasAnythingPlanned([])).toBe(false)
    expect(hasAnythingPlanned([{ ...item, isPriority: false }])).toBe(false)
    expect(hasAnythingPlanned([item, { ...item, actionCount: 2 }])).toBe(true)
  })
})
