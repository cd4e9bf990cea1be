/** There are too many waiting already. */
export class QueueFull extends Error {
  override name = 'QueueFull'
}

/**
 * Runs pieces of work, so many at a time; the others wait in turn, and beyond a number of those waiting it refuses.
 *
 * @throws QueueFull
 */
export function queueOf(
  atOnce: number,
  mostWaiting: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new QueueFull()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running++
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
