import { describe, expect, it } from 'vitest'
import { crashApp } from './app-rounds'

const ROUNDS = 20
const SEED = 20261122
/** Fewer answers than this in all the rounds would prove nothing. */
const LEAST_ACKNOWLEDGED = 100

describe('killing the web server while people post forms', () => {
  it('loses nothing that was answered, leaves nothing half-written and takes a repeat once', async () => {
    const report = await crashApp({ rounds: ROUNDS, seed: SEED })
    expect(report.faults).toEqual([])
    expect(report.rounds).toBe(ROUNDS)
    expect(report.acknowledged).toBeGreaterThan(LEAST_ACKNOWLEDGED)
    expect(report.cutOff).toBeGreaterThan(0)
  }, 300_000)
})
