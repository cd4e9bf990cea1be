import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GivenWay, Place, type Turn } from '@/lib/interop/hl7/turns'
import { gate } from './stored-messages'

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Two lots of one connection, and what happened, in order. */
function twoLots(patience?: number) {
  const first = new Place(null, patience)
  return { first, second: new Place(first, patience), story: [] as string[] }
}

describe('what is stored in turns', () => {
  it('is read as soon as the one before is locked, and written after its answer', async () => {
    const { first, second, story } = twoLots()
    const [locked, committed] = [gate(), gate()]
    const one = first
      .store(async (turn) => {
        await locked.opened
        turn.letNextRead()
        await committed.opened
        story.push('first stored')
        return {}
      })
      .finally(() => first.end())
    const other = second.store(async (turn) => {
      story.push('second read')
      await turn.come()
      story.push('second stored')
      return {}
    })
    await settled()
    expect(story).toEqual([])
    locked.open()
    await settled()
    expect(story).toEqual(['second read'])
    committed.open()
    await Promise.all([one, other])
    expect(story).toEqual(['second read', 'first stored', 'second stored'])
  })

  it('is not read before the answer of one that never says that it is locked', async () => {
    const { first, second, story } = twoLots()
    const committed = gate()
    const one = first.store(() => committed.opened.then(() => ({}))).finally(() => first.end())
    const other = second.store(async () => story.push('second read') && {})
    await settled()
    expect(story).toEqual([])
    committed.open()
    await Promise.all([one, other])
    expect(story).toEqual(['second read'])
  })

  it('gives way at once where the one before fails, and is read again after its answer', async () => {
    const { first, second, story } = twoLots()
    const failing = gate()
    const one = first.store(async (turn) => {
      turn.letNextRead()
      await failing.opened
      throw new Error('first failed')
    })
    const other = second.store(async (turn) => {
      story.push('second read')
      await turn.come().catch((error: unknown) => {
        story.push((error as Error).name)
        throw error
      })
      story.push('second stored')
      return {}
    })
    failing.open()
    await expect(one).rejects.toThrow('first failed')
    await settled()
    expect(story).toEqual(['second read', 'GivenWay'])
    first.end()
    await other
    expect(story).toEqual(['second read', 'GivenWay', 'second read', 'second stored'])
  })

  it('gives way where the one before takes too long, and keeps nobody waiting for its locks', async () => {
    const { first, second } = twoLots(20)
    const committed = gate()
    const faults: unknown[] = []
    const one = first
      .store(async (turn) => {
        turn.letNextRead()
        await committed.opened
        return {}
      })
      .finally(() => first.end())
    const other = second.store(async (turn) => {
      await turn.come().catch((error: unknown) => {
        faults.push(error)
        committed.open()
        throw error
      })
      return { stored: true }
    })
    await one
    expect(await other).toEqual({ stored: true })
    expect(faults).toEqual([new GivenWay()])
  })

  it('fails for good where it fails in its turn', async () => {
    const { first, second } = twoLots()
    let attempts = 0
    const one = first
      .store((turn) => {
        turn.letNextRead()
        return Promise.resolve({})
      })
      .then(() => first.end())
    const other = second.store(async (turn) => {
      attempts += 1
      await turn.come()
      throw new Error('no database')
    })
    await expect(other).rejects.toThrow('no database')
    await one
    expect(attempts).toBe(1)
  })

  it('is, whatever fails and however slowly, stored in order, each as it was read behind the one before', async () => {
    const lot = fc.record({
      /** Of its attempts, which fail, and whether before or in their turn. */
      faults: fc.array(fc.constantFrom('none', 'reading', 'writing'), { maxLength: 3 }),
      letsRead: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(lot, { maxLength: 6 }), fc.scheduler(), async (lots, scheduler) => {
        /** When each was locked last, and when it was stored or its answer given, by a clock of steps. */
        const locked: number[] = []
        const ended: number[] = []
        let clock = 0
        const step = async () => {
          await scheduler.schedule(Promise.resolve())
          return ++clock
        }
        let before: Place | null = null
        const all = lots.map(({ faults, letsRead }, number) => {
          const place: Place = new Place(before, 1_000_000)
          before = place
          let attempts = 0
          const attempt = async (turn: Turn) => {
            const fault = faults[attempts++] ?? 'none'
            const readAt = await step()
            if (fault === 'reading') throw new Error('reading')
            if (letsRead) {
              locked[number] = await step()
              turn.letNextRead()
            }
            await turn.come()
            const storedAt = await step()
            if (fault === 'writing') throw new Error('writing')
            return { readAt, storedAt, number }
          }
          return place
            .store(attempt)
            .catch(() => null)
            .then(async (stored) => {
              await place.come()
              ended[number] = await step()
              place.end()
              return stored
            })
        })
        await scheduler.waitFor(Promise.all(all))
        const stored = (await Promise.all(all)).filter((one) => one !== null)
        for (const { readAt, storedAt, number } of stored) {
          if (number === 0) continue
          const [endOfBefore = Infinity, lockOfBefore = Infinity] = [ended[number - 1], locked[number - 1]]
          expect(storedAt).toBeGreaterThan(endOfBefore)
          expect(readAt).toBeGreaterThan(Math.min(endOfBefore, lockOfBefore))
          if (!stored.some((one) => one.number === number - 1)) expect(readAt).toBeGreaterThan(endOfBefore)
        }
        expect(ended).toEqual(ended.toSorted((one, other) => one - other))
        expect(ended).toHaveLength(lots.length)
      }),
      { numRuns: 500 },
    )
  })
})
