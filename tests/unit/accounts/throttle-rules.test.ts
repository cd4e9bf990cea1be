import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failuresOf, LIMITS, lockedUntil, LOOK_BACK_MINUTES, type Limit } from '@/lib/accounts/throttle-rules'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8) + minute * 60_000)
const limit: Limit = { most: 3, withinMinutes: 15, lockMinutes: 15 }
const minutes = fc
  .array(fc.integer({ min: 0, max: 240 }), { maxLength: 60 })
  .map((list) => list.sort((a, b) => a - b))

/** Tries at these minutes, each let through or not by the rule. @returns the minutes of those let through */
function letThrough(tries: number[], by: Limit): number[] {
  const through: number[] = []
  for (const minute of tries) if (!lockedUntil(through.map(at), by, at(minute))) through.push(minute)
  return through
}

describe('the throttle', () => {
  it('lets ten tries through in a quarter of an hour, then none for a quarter of an hour', () => {
    const everyMinute = Array.from({ length: 60 }, (_, minute) => minute)
    expect(letThrough(everyMinute, LIMITS.account)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 48, 49, 50, 51, 52, 53, 54, 55,
      56, 57,
    ])
  })

  it('says until when', () => {
    const failures = [at(0), at(1), at(5)]
    expect(lockedUntil(failures, limit, at(6))).toEqual(at(20))
    expect(lockedUntil(failures, limit, at(20))).toBeNull()
    expect(lockedUntil([at(0), at(1)], limit, at(2))).toBeNull()
    expect(lockedUntil([at(0), at(8), at(16)], limit, at(16))).toBeNull()
  })

  it('agrees with counting every window by hand', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 300 }), (failed, now) => {
        const past = failed.filter((minute) => minute <= now)
        const locking = past.filter(
          (minute) => past.filter((other) => other <= minute && minute - other <= 15).length >= limit.most,
        )
        const end = Math.max(-1, ...locking.map((minute) => minute + 15))
        expect(lockedUntil(past.map(at), limit, at(now))).toEqual(end > now ? at(end) : null)
      }),
    )
  })

  it('never lets more through in a window than the limit, whenever they come', () => {
    fc.assert(
      fc.property(minutes, (tries) => {
        const through = letThrough(tries, limit)
        for (const first of through) {
          expect(
            through.filter((minute) => minute >= first && minute < first + 15).length,
          ).toBeLessThanOrEqual(3)
        }
      }),
    )
  })

  it('never shuts for good: after the lock the next try is let through', () => {
    fc.assert(
      fc.property(minutes, (tries) => {
        const through = letThrough(tries, limit)
        const last = through.at(-1) ?? 0
        expect(lockedUntil(through.map(at), limit, at(last + limit.lockMinutes))).toBeNull()
      }),
    )
  })

  it('takes one failure away for each success, and no more', () => {
    const entry = (minute: number, succeeded: boolean) => ({ at: at(minute), succeeded })
    expect(failuresOf([entry(0, false), entry(1, false), entry(2, true)])).toEqual([at(0)])
    expect(failuresOf([entry(2, true), entry(1, false)])).toEqual([])
    expect(failuresOf([entry(0, true), entry(1, false)])).toEqual([at(1)])
  })

  it('looks back far enough for every limit', () => {
    for (const { withinMinutes, lockMinutes } of Object.values(LIMITS)) {
      expect(LOOK_BACK_MINUTES).toBeGreaterThanOrEqual(withinMinutes + lockMinutes)
    }
  })
})
