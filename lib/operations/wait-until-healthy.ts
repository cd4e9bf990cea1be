import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { OperatorError } from './operator-error'

const PATIENCE_MS = 90_000
const healthAnswer = z.object({
  application: z.literal('alongside'),
  status: z.string(),
  reasons: z.array(z.string()).optional(),
})

/**
 * Waits until the service says that it can serve.
 *
 * @param gaveUp whether waiting has become pointless
 * @throws OperatorError with the reasons it gave, or if another program answers
 */
export async function waitUntilHealthy(origin: string, gaveUp: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  let last = 'no answer'
  while (performance.now() < deadline && !gaveUp()) {
    const answer = await ask(origin)
    if (answer === 'ok') return
    last = answer ?? last
    await sleep(100)
  }
  throw new OperatorError(`The service cannot serve: ${last}.`)
}

/**
 * @throws OperatorError if something listens on the port, on any address of this machine
 */
export async function refuseTakenPort(port: number): Promise<void> {
  const code = (await listenError(port, '::')) ?? (await listenError(port, '0.0.0.0'))
  if (code === 'EADDRINUSE')
    throw new OperatorError(`Port ${port} is taken. Set PORT to another, or end what uses it.`)
  if (code === 'EACCES')
    throw new OperatorError(`Port ${port} may not be used by this user. Set PORT to another.`)
}

async function ask(origin: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5000) })
    const answer = healthAnswer.safeParse(await response.json().catch(() => undefined))
    if (!answer.success) return 'another program answers on this port, or the health page is broken'
    return response.ok ? 'ok' : (answer.data.reasons?.join('; ') ?? answer.data.status)
  } catch {
    return undefined
  }
}

function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}
