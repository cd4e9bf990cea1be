import { describe, expect, it } from 'vitest'
import { supervise, type Part } from '@/lib/operations/supervise'

describe('supervising', () => {
  it('returns when the work is done, and stops the parts, last started first', async () => {
    const stopped: string[] = []
    const done = await supervise(async (keep) => {
      keep.running(part('database', stopped))
      keep.forNow(part('build', stopped))
      keep.running(part('web', stopped))
    })
    expect({ done, stopped }).toEqual({ done: true, stopped: ['web', 'build', 'database'] })
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops the parts at %s, in the middle of the work',
    async (signal) => {
      const stopped: string[] = []
      const done = await supervise(async (keep) => {
        keep.running(part('database', stopped))
        process.emit(signal)
        await new Promise(() => undefined)
      })
      expect({ done, stopped }).toEqual({ done: false, stopped: ['database'] })
      expect(process.listenerCount(signal)).toBe(0)
    },
  )

  it('ends everything when a part that is needed ends', async () => {
    const stopped: string[] = []
    const web = Promise.withResolvers<void>()
    const supervised = supervise(async (keep) => {
      keep.running(part('The database', stopped))
      keep.running(part('The web server', stopped, web.promise))
      web.resolve()
      await keep.interrupted
    })
    await expect(supervised).rejects.toThrow('The web server ended unexpectedly.')
    expect(stopped).toEqual(['The web server', 'The database'])
  })

  it('goes on when a part ends that was to end', async () => {
    const done = await supervise(async (keep) => {
      keep.forNow(part('build', [], Promise.resolve()))
      await new Promise((resolve) => setImmediate(resolve))
    })
    expect(done).toBe(true)
  })

  it('stops the parts when the work fails, and says why', async () => {
    const stopped: string[] = []
    const supervised = supervise(async (keep) => {
      keep.running(part('database', stopped))
      throw new Error('the port is taken')
    })
    await expect(supervised).rejects.toThrow('the port is taken')
    expect(stopped).toEqual(['database'])
  })
})

function part(
  name: string,
  stopped: string[],
  exited: Promise<unknown> = new Promise(() => undefined),
): Part {
  return { name, exited, stop: async () => void stopped.push(name) }
}
