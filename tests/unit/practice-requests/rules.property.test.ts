import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/nhs/calendar-date'
import { PracticeRequestEventKind } from '@/lib/platform/prisma-client/enums'
import {
  answerFault,
  isAskedAnew,
  isSettled,
  mayFollow,
  owedFor,
  requestStateOf,
} from '@/lib/practice-requests/rules'

type Kind = PracticeRequestEventKind

/**
 * The oracle: who holds the request, told as a story of a paper that is passed from hand to hand. It knows no weights
 * and no table of what may follow.
 */
class Paper {
  holder: 'practice' | 'team' | 'nobody' = 'practice'
  hasSaidYes = false
  answers: Kind[] = []

  offer(kind: Kind): boolean {
    if (this.holder === 'nobody' || !this.mayTake(kind)) return false
    if (['accepted', 'declined', 'done'].includes(kind)) this.answers.push(kind)
    if (kind === 'accepted') this.hasSaidYes = true
    else this.holder = kind === 'declined' ? 'team' : 'nobody'
    return true
  }

  private mayTake(kind: Kind): boolean {
    if (kind === 'accepted') return this.holder === 'practice' && !this.hasSaidYes
    return kind === 'declined' ? this.holder === 'practice' : kind !== 'asked'
  }
}

const kinds = fc.array(fc.constantFrom(...Object.values(PracticeRequestEventKind)), { maxLength: 12 })
const dates = { dueOn: '2026-12-24', answerDueOn: '2026-12-07', noticedOn: '2026-12-08' } as const
const since = '2026-12-01'

describe('any order of what is said of a request', () => {
  it('keeps one owner and one date until it is settled, and every answer', () => {
    fc.assert(
      fc.property(kinds, (wanted) => {
        const paper = new Paper()
        const said: Kind[] = ['asked']
        for (const kind of wanted) {
          const may = mayFollow(requestStateOf(said), kind)
          expect(may).toBe(paper.offer(kind))
          if (may) said.push(kind)
          const state = requestStateOf(said)
          const [owner, ...watched] = owedFor(state, dates, since)
          expect(isSettled(state)).toBe(paper.holder === 'nobody')
          expect(owner?.by).toBe(paper.holder === 'nobody' ? undefined : paper.holder)
          if (owner) expect(owner.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
          expect(watched.every(({ by }) => by === 'team')).toBe(true)
        }
        expect(said.filter((kind) => ['accepted', 'declined', 'done'].includes(kind))).toEqual(paper.answers)
        expect(new Set(said).size).toBe(said.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same state, whatever order it is read back in, and however often it was asked', () => {
    const story = kinds.map((wanted) => {
      const said: Kind[] = ['asked']
      for (const kind of wanted) if (mayFollow(requestStateOf(said), kind)) said.push(kind)
      return said
    })
    const shuffled = story.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }), fc.nat(3)),
    )
    fc.assert(
      fc.property(shuffled, ([said, other, times]) => {
        const again: Kind[] = [...other, ...Array<Kind>(times).fill('asked')]
        expect(requestStateOf(again)).toBe(said.at(-1))
        expect(isAskedAnew(again)).toBe(isAskedAnew(said))
      }),
    )
  })
})

describe('what is owed', () => {
  it('is an answer, and a look at whether it came; then the deed; or another way within a week', () => {
    expect(owedFor('asked', dates, since)).toEqual([
      { by: 'practice', kind: 'answer_summary_request', dueOn: '2026-12-07' },
      { by: 'team', kind: 'await_practice_answer', dueOn: '2026-12-08' },
    ])
    expect(owedFor('accepted', dates, since)).toEqual([
      { by: 'practice', kind: 'complete_summary_request', dueOn: '2026-12-24' },
    ])
    expect(owedFor('declined', dates, since)).toEqual([
      { by: 'team', kind: 'settle_declined_request', dueOn: addDays(since, 7) },
    ])
    for (const state of ['done', 'withdrawn', 'ended'] as const)
      expect(owedFor(state, dates, since)).toEqual([])
  })
})

describe('a summary signed again', () => {
  it.each<[Kind[], boolean]>([
    [['asked'], false],
    [['asked', 'accepted'], false],
    [['asked', 'done'], false],
    [['asked', 'declined'], false],
    [['asked', 'declined', 'ended'], false],
    [['asked', 'declined', 'withdrawn'], true],
    [['asked', 'withdrawn'], true],
    [['asked', 'accepted', 'ended'], true],
  ])('asks anew after %j: %j', (said, expected) => {
    expect(isAskedAnew(said)).toBe(expected)
  })
})

describe('an answer', () => {
  it.each(['declined', 'done', 'withdrawn', 'ended'] as const)('comes too late once it is %s', (state) => {
    for (const answer of ['accepted', 'done', 'declined'] as const)
      expect(answerFault(state, answer)).not.toBeNull()
  })

  it.each([
    ['asked', 'accepted'],
    ['asked', 'done'],
    ['asked', 'declined'],
    ['accepted', 'done'],
    ['accepted', 'declined'],
  ] as const)('may be given: %s, then %s', (state, answer) => {
    expect(answerFault(state, answer)).toBeNull()
  })
})
