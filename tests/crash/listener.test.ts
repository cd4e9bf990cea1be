import { beforeAll, describe, expect, it } from 'vitest'
import { crashListener } from './listener-rounds'
import type { CrashReport } from './report'

const ROUNDS = 20
const SEED = 20261129

describe('killing the listener while it takes messages in', () => {
  let report: CrashReport

  beforeAll(async () => {
    report = await crashListener({ rounds: ROUNDS, seed: SEED })
    // A listener takes seconds to start on a busy machine, and there are twenty of them.
  }, 900_000)

  it('keeps every message that was acknowledged, each and its result once', () => {
    expect(report.faults).toEqual([])
    expect(report.rounds).toBe(ROUNDS)
    expect(report.acknowledged).toBeGreaterThan(ROUNDS)
  })

  it('has cut off some in the middle, and some that were done without their sender hearing of it', () => {
    expect(report.cutOff).toBeGreaterThan(report.doneUnknown)
    expect(report.doneUnknown).toBeGreaterThan(0)
  })
})
