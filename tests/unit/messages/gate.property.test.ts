import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STOP_REASONS, stopReason, type GateFacts } from '@/lib/messages/gate'

const TODAY = '2026-11-29'
const day = fc.constantFrom('2026-11-01', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-24')
const channel = fc.constantFrom('letter', 'email', 'text_message')
const block = fc
  .record({
    channel: fc.option(channel),
    reason: fc.constantFrom('restricted', 'opted_out', 'wrong_address'),
    startedOn: day,
    endedOn: fc.option(day),
  })
  .filter(({ startedOn, endedOn }) => endedOn === null || endedOn >= startedOn)
const facts = fc.record({
  channel,
  recipient: fc.constantFrom('person', 'practice'),
  isWithdrawn: fc.boolean(),
  isAnswered: fc.boolean(),
  isCared: fc.boolean(),
  sharesWithPractice: fc.boolean(),
  hasAddress: fc.boolean(),
  diedOn: fc.option(day),
  blocks: fc.array(block, { maxLength: 3 }),
}) as fc.Arbitrary<GateFacts>

/** Everything that stands against it, as the words in the README say, one after the other. */
function oracle(message: GateFacts): string[] {
  const against: string[] = []
  if (message.isWithdrawn) against.push('withdrawn')
  if (message.isAnswered) against.push('already_answered')
  if (!message.hasAddress) against.push('no_address')
  if (message.recipient === 'practice') {
    if (!message.sharesWithPractice) against.push('not_shared')
    return against
  }
  if (message.diedOn !== null) against.push('died')
  if (!message.isCared) against.push('care_ended')
  return [...against, ...blocksAgainst(message)]
}

function blocksAgainst({ blocks, channel: wanted }: GateFacts): string[] {
  return blocks.flatMap(({ channel: blocked, reason, startedOn, endedOn }) => {
    const isOfIt = blocked === null || blocked === wanted
    const hasBegun = Date.parse(startedOn) <= Date.parse(TODAY)
    const isOver = endedOn !== null && Date.parse(endedOn) <= Date.parse(TODAY)
    return isOfIt && hasBegun && !isOver ? [reason] : []
  })
}

describe('the gate', () => {
  it('lets a message leave when nothing stands against it, and names one of what does otherwise', () => {
    fc.assert(
      fc.property(facts, (message) => {
        const against = oracle(message)
        const reason = stopReason(message, TODAY)
        if (against.length === 0) expect(reason).toBeNull()
        else expect(against).toContain(reason)
      }),
      { numRuns: 2000 },
    )
  })

  it('names the weightiest of several', () => {
    fc.assert(
      fc.property(facts, (message) => {
        const weights = oracle(message).map((reason) => STOP_REASONS.findIndex((one) => one === reason))
        const reason = stopReason(message, TODAY)
        expect(reason && STOP_REASONS.indexOf(reason)).toBe(weights.length > 0 ? Math.min(...weights) : null)
      }),
    )
  })

  it('never says that a person did not answer who is dead', () => {
    expect(STOP_REASONS.indexOf('died')).toBeLessThan(STOP_REASONS.indexOf('already_answered'))
    expect(STOP_REASONS.slice(0, 2)).toEqual(['withdrawn', 'died'])
  })
})
