import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentLinkState } from '@/lib/document-links/document-link'
import {
  LINK_DAYS,
  linkExpiry,
  linkStateOf,
  mayBeRevoked,
  MOST_OPENINGS,
  MOST_TRIES,
} from '@/lib/document-links/link-rules'
import { DocumentLinkEventKind } from '@/lib/platform/prisma-client/enums'

const KINDS = Object.values(DocumentLinkEventKind)
const DAY = 86_400_000
const ISSUED = new Date('2026-11-29T12:00:00Z')

const facts = fc.record({
  kinds: fc.array(fc.constantFrom(...KINDS), { maxLength: 30 }),
  isReplaced: fc.boolean(),
  daysLater: fc.integer({ min: 0, max: 2 * LINK_DAYS }),
})

/** Told as a story, one thing after the other, apart from the rule. */
function oracle(kinds: readonly string[], isReplaced: boolean, daysLater: number): DocumentLinkState {
  let [opened, refused, isFinished] = [0, 0, false]
  for (const kind of kinds) {
    if (kind === 'revoked') return 'revoked'
    if (kind === 'opened') opened += 1
    if (kind === 'refused') refused += 1
    if (kind === 'finished') isFinished = true
  }
  if (isReplaced) return 'replaced'
  if (refused >= 5) return 'locked'
  if (isFinished || opened >= 10) return 'used'
  return daysLater >= 14 ? 'expired' : 'live'
}

describe('where a link stands', () => {
  it('is what the story of it says', () => {
    fc.assert(
      fc.property(facts, ({ kinds, isReplaced, daysLater }) => {
        const now = new Date(ISSUED.getTime() + daysLater * DAY)
        const state = linkStateOf({ expiresAt: linkExpiry(ISSUED), isReplaced, kinds }, now)
        expect(state).toBe(oracle(kinds, isReplaced, daysLater))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on the order in which things were written', () => {
    fc.assert(
      fc.property(facts, ({ kinds, isReplaced }) => {
        const stateOf = (some: typeof kinds) =>
          linkStateOf({ expiresAt: linkExpiry(ISSUED), isReplaced, kinds: some }, ISSUED)
        expect(stateOf(kinds.toReversed())).toBe(stateOf(kinds))
      }),
    )
  })

  it('never comes to life again by what is added', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...KINDS), ({ kinds, isReplaced, daysLater }, more) => {
        const now = new Date(ISSUED.getTime() + daysLater * DAY)
        const stateOf = (some: typeof kinds) =>
          linkStateOf({ expiresAt: linkExpiry(ISSUED), isReplaced, kinds: some }, now)
        if (stateOf(kinds) !== 'live') expect(stateOf([...kinds, more])).not.toBe('live')
      }),
    )
  })

  it.each([
    ['4 wrong dates', Array<'refused'>(MOST_TRIES - 1).fill('refused'), 'live'],
    ['5 wrong dates', Array<'refused'>(MOST_TRIES).fill('refused'), 'locked'],
    ['9 openings', Array<'opened'>(MOST_OPENINGS - 1).fill('opened'), 'live'],
    ['10 openings', Array<'opened'>(MOST_OPENINGS).fill('opened'), 'used'],
  ] as const)('after %s is so', (_words, kinds, state) => {
    expect(linkStateOf({ expiresAt: linkExpiry(ISSUED), isReplaced: false, kinds }, ISSUED)).toBe(state)
  })

  it('runs out to the second after 14 days', () => {
    const expiresAt = linkExpiry(ISSUED)
    expect(expiresAt.toISOString()).toBe('2026-12-13T12:00:00.000Z')
    const at = (ms: number) =>
      linkStateOf({ expiresAt, isReplaced: false, kinds: [] }, new Date(expiresAt.getTime() + ms))
    expect([at(-1), at(0)]).toEqual(['live', 'expired'])
  })

  it('leaves nothing to take back once revoked or replaced', () => {
    const states: DocumentLinkState[] = ['live', 'used', 'locked', 'expired', 'revoked', 'replaced']
    expect(states.filter(mayBeRevoked)).toEqual(['live', 'used', 'locked', 'expired'])
  })
})
