import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const ANSWER_MS = 15

const sentSchema = z.object({ reference: z.string() })

/** Stands in for GOV.UK Notify, and counts how often each message came: it takes the same one twice, as Notify would. */
export async function startCountingNotify() {
  const times = new Map<string, number>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => void answer().catch(() => response.destroy()))
    const answer = async () => {
      const json = (found: object) =>
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(found))
      if (request.method === 'GET') {
        const reference = new URL(request.url ?? '', 'http://notify').searchParams.get('reference') ?? ''
        json({ notifications: times.has(reference) ? [{ id: reference }] : [] })
        return
      }
      const { reference } = sentSchema.parse(JSON.parse(body))
      times.set(reference, (times.get(reference) ?? 0) + 1)
      await sleep(ANSWER_MS)
      json({ id: reference })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    times,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((ended) => void server.close(() => ended()))
    },
  }
}
