import { OperatorError } from './operator-error'

/** Something that runs as long as the service does. */
export type Part = {
  readonly name: string
  readonly exited: Promise<unknown>
  stop(): Promise<void>
}

/** How the work hands over what it started. */
export type Keep = {
  /** Resolves at Ctrl-C, SIGTERM, or the end of the process that started us. */
  readonly interrupted: Promise<void>
  /** The service needs it: if it ends, everything ends. */
  running(part: Part): void
  /** It ends by itself; it is stopped if everything ends before. */
  forNow(part: Part): void
}

/**
 * Does the work until it is done, is interrupted, or a part that it needs ends. Then stops the parts, last started
 * first: never returns while a part runs.
 *
 * @returns whether the work was done, rather than interrupted
 * @throws what the work threw, or OperatorError naming the part that ended
 */
export async function supervise(work: (keep: Keep) => Promise<void>): Promise<boolean> {
  const parts: Part[] = []
  const interruption = untilInterrupted()
  const failure = Promise.withResolvers<never>()
  const keep: Keep = {
    interrupted: interruption.happened,
    forNow: (part) => parts.push(part),
    running: (part) => {
      parts.push(part)
      void part.exited.then(() => failure.reject(new OperatorError(`${part.name} ended unexpectedly.`)))
    },
  }
  try {
    const done = work(keep).then(() => true)
    done.catch(() => undefined)
    return await Promise.race([done, interruption.happened.then(() => false), failure.promise])
  } finally {
    for (const part of parts.toReversed()) await part.stop()
    interruption.forget()
    failure.promise.catch(() => undefined)
  }
}

function untilInterrupted() {
  const { promise: happened, resolve } = Promise.withResolvers<void>()
  const onSignal = () => resolve()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  const parent = Number(process.env.ALONGSIDE_PARENT_PID)
  const watch = parent ? setInterval(() => process.ppid === parent || resolve(), 500) : undefined
  const forget = () => {
    clearInterval(watch)
    for (const signal of signals) process.removeListener(signal, onSignal)
  }
  return { happened, forget }
}
