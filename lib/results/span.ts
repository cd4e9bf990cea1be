import type { Quantity } from './quantity'

/** Every number that a reading may stand for, in millionths: from `low` to `high`, an open end not included. */
export type Span = { low: number; lowOpen: boolean; high: number; highOpen: boolean }

/** Whether something holds for every number of a span, for none, or for some. */
export type Answer = 'yes' | 'no' | 'cannot_tell'

/** 0.2 is 0.2 alone; <0.2 is from nothing up to 0.2 and not 0.2 itself; >0.2 has no upper end. */
export function spanOf({ comparator, millionths }: Quantity): Span {
  const atLeast = { high: Infinity, highOpen: true, low: millionths, lowOpen: comparator === '>' }
  const atMost = { low: 0, lowOpen: false, high: millionths, highOpen: comparator === '<' }
  if (comparator === '>' || comparator === '>=') return atLeast
  if (comparator === '<' || comparator === '<=') return atMost
  return { low: millionths, lowOpen: false, high: millionths, highOpen: false }
}

/** Whether the number is surely `limit` or more. */
export function isAtOrAbove({ low, high, highOpen }: Span, limit: number): Answer {
  if (low >= limit) return 'yes'
  return high < limit || (high === limit && highOpen) ? 'no' : 'cannot_tell'
}

/** Whether the number is surely more than `limit`. */
export function isAbove({ low, lowOpen, high }: Span, limit: number): Answer {
  if (low > limit || (low === limit && lowOpen)) return 'yes'
  return high <= limit ? 'no' : 'cannot_tell'
}

/** The answer to the opposite question. */
export function opposite(answer: Answer): Answer {
  if (answer === 'cannot_tell') return answer
  return answer === 'yes' ? 'no' : 'yes'
}

/** How far the later number may lie above the earlier one; negative below it. */
export function riseBetween(earlier: Span, later: Span): Span {
  return {
    low: later.low - earlier.high,
    lowOpen: later.lowOpen || earlier.highOpen,
    high: later.high - earlier.low,
    highOpen: later.highOpen || earlier.lowOpen,
  }
}

/**
 * What the lowest of these numbers may be.
 *
 * @throws RangeError when there is none
 */
export function lowestOf(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError('The lowest of no readings')
  const low = Math.min(...spans.map((span) => span.low))
  const high = Math.min(...spans.map((span) => span.high))
  return {
    low,
    lowOpen: spans.every((span) => span.low > low || span.lowOpen),
    high,
    highOpen: spans.some((span) => span.high === high && span.highOpen),
  }
}
