import { beforeAll, describe, expect, it } from 'vitest'
import type { CrashReport } from './report'
import { crashWorker } from './worker-rounds'

const ROUNDS = 20
const SEED = 20261129

describe('killing the worker while it sends', () => {
  let report: CrashReport

  beforeAll(async () => {
    report = await crashWorker({ rounds: ROUNDS, seed: SEED })
    // A worker takes seconds to start on a busy machine, and there are twenty of them.
  }, 900_000)

  it('sends every message once, and leaves none behind', () => {
    expect(report.faults).toEqual([])
    expect(report.rounds).toBe(ROUNDS)
    expect(report.acknowledged).toBeGreaterThan(ROUNDS)
  })

  it('has cut off some in the middle', () => {
    expect(report.cutOff).toBeGreaterThan(0)
  })
})
