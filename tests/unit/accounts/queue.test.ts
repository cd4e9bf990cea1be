import { describe, expect, it } from 'vitest'
import { queueOf, QueueFull } from '@/lib/accounts/internal/queue'

function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

describe('a queue', () => {
  it('runs so many at once, lets so many wait, and refuses the rest', async () => {
    const inTurn = queueOf(2, 3)
    const { open, opened } = gate()
    let running = 0
    let mostRunning = 0
    const work = async () => {
      mostRunning = Math.max(mostRunning, ++running)
      await opened
      running--
    }
    const five = Array.from({ length: 5 }, () => inTurn(work))
    await expect(inTurn(work)).rejects.toThrow(QueueFull)
    expect(mostRunning).toBe(2)
    open()
    await Promise.all(five)
    expect(mostRunning).toBe(2)
    await expect(inTurn(async () => 'again')).resolves.toBe('again')
  })

  it('goes on after work that fails', async () => {
    const inTurn = queueOf(1, 1)
    const failing = inTurn(async () => {
      throw new Error('no')
    })
    const next = inTurn(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    await expect(next).resolves.toBe('yes')
  })
})
