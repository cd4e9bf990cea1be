import autocannon from 'autocannon'

/** What one run of one case came to. */
export type Run = {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** Processor milliseconds of the web server for each request; undefined where nothing was asked of it. */
  serverMs: number | undefined
}

export type BenchRequest = {
  path: string
  method?: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

/** One request, by how many were sent before it; null when there is nothing left to send, which ends the run early. */
export type RequestOf = (turn: number) => BenchRequest | null

export type HttpLoad = {
  origin: string
  connections: number
  seconds: number
  /** What each answer must be; anything else is a failure of the bench. */
  status: number
  request: RequestOf
  /** Processor milliseconds that the server has used so far. */
  processorMs: () => number
}

/**
 * Sends requests as fast as they are answered, on so many connections.
 *
 * @throws Error if an answer had another status than it must, or none came
 */
export async function loadHttp(load: HttpLoad): Promise<Run> {
  const latencies: number[] = []
  const wrong = new Map<number, number>()
  const before = load.processorMs()
  const { errors, duration } = await sendAll(load, (status, milliseconds) => {
    if (status === load.status) latencies.push(milliseconds)
    else wrong.set(status, (wrong.get(status) ?? 0) + 1)
  })
  const answers = [...wrong].map(([status, times]) => `, ${times} were answered ${status}`).join('')
  if (wrong.size > 0 || errors > 0) throw new Error(`${errors} requests failed${answers}`)
  if (latencies.length === 0) throw new Error(`nothing was answered within ${load.seconds} s`)
  return {
    requestsPerSecond: latencies.length / duration,
    ...percentiles(latencies),
    serverMs: (load.processorMs() - before) / latencies.length,
  }
}

function sendAll(
  load: HttpLoad,
  onAnswer: (status: number, milliseconds: number) => void,
): Promise<autocannon.Result> {
  let turn = 0
  let isOver = false
  let last: BenchRequest | null = null
  return new Promise((resolve, reject) => {
    const next = () => {
      const request = isOver ? null : load.request(turn++)
      isOver ||= request === null
      if (isOver) running.stop()
      return (last = request ?? last)
    }
    const running = autocannon(
      {
        url: load.origin,
        connections: load.connections,
        duration: load.seconds,
        requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
      },
      (error: unknown, result) => (error ? reject(error as Error) : resolve(result)),
    )
    running.on('response', (_client, status, _bytes, milliseconds) => {
      if (!isOver) onAnswer(status, milliseconds)
    })
  })
}

export type StatementLoad = {
  connections: number
  seconds: number
  /** @returns false when there is nothing left to send */
  send: (turn: number) => Promise<boolean>
}

/** Sends statements as fast as they are answered, on so many connections. */
export async function loadStatements({ connections, seconds, send }: StatementLoad): Promise<Run> {
  const latencies: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  let turn = 0
  const lane = async () => {
    while (performance.now() < end) {
      const before = performance.now()
      if (!(await send(turn++))) return
      latencies.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const elapsed = (performance.now() - start) / 1000
  return { requestsPerSecond: latencies.length / elapsed, ...percentiles(latencies), serverMs: undefined }
}

/** The middle of several runs, column by column. */
export function medianRun(runs: readonly Run[]): Run {
  const column = (read: (run: Run) => number | undefined) => median(runs.flatMap((run) => read(run) ?? []))
  return {
    requestsPerSecond: column((run) => run.requestsPerSecond) ?? 0,
    p50: column((run) => run.p50) ?? 0,
    p95: column((run) => run.p95) ?? 0,
    serverMs: column((run) => run.serverMs),
  }
}

/** The middle of some numbers; of an even count, the lower of the two in the middle. */
function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)]
}

function percentiles(latencies: readonly number[]): Pick<Run, 'p50' | 'p95'> {
  const sorted = latencies.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}
