import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { PAGES } from '@/tests/journeys/accessibility/pages'
import { startStagedService, type StagedService } from './staged-service'
import { addressOf, cookieOf, visit } from './visits'

/** Values that have brought pages down: names that every object has, lists, no number, text that is no text. */
const JUNK = ['constructor', '__proto__', 'toString', '-1', '1e99', '%00', '%ED%A0%80', "'%22><script>", '👵🏽']
const NAMES =
  'done refused ended void plan version page list kind due owner results rows reason q concern returnTo team account'

/** Each name with a value of its own, another one in each query; and each more than once, as a list and as a table. */
const QUERIES = [0, 2, 4, 6].map((shift) =>
  NAMES.split(' ')
    .map((name, place) => [name, JUNK[(place + shift) % JUNK.length]])
    .flatMap(([name, value]) =>
      shift % 4 === 0 ? [`${name}=${value}`] : [`${name}=${value}&${name}=${value}&${name}[x]=1`],
    )
    .join('&'),
)

const SEGMENTS = [
  '%E0%A4%A',
  '%',
  '%2e%2e',
  '%00',
  'x'.repeat(2000),
  'constructor',
  '00000000-0000-0000-0000-000000000000',
]

const BROWSER = { accept: 'text/html,application/xhtml+xml' }

describe('junk', () => {
  let service: StagedService
  beforeAll(async () => {
    service = await startStagedService()
  })
  afterAll(() => service.stop())

  it('in a query string fails no page', async () => {
    const wrong: string[] = []
    for (const page of PAGES) {
      const address = addressOf(service, page)
      for (const query of QUERIES) {
        const { status } = await visit(`${address.split('?')[0]}?${query}`, {
          cookie: cookieOf(service, page),
        })
        if (status >= 500) wrong.push(`${page.route}?${query.slice(0, 60)}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('in an address fails no page', async () => {
    const wrong: string[] = []
    const { cookie } = service.cast.clinician
    const templates = PAGES.filter(({ route }) => route.includes('[')).map(({ route }) => route)
    for (const template of [...templates, '/_global-error/[x]', '/[x]'])
      for (const segment of SEGMENTS) {
        const path = template.replaceAll(/\[[^\]]+\]/g, () => segment)
        const { status } = await plainRequest(path, { cookie })
        if (status >= 500) wrong.push(`${template} with ${segment.slice(0, 20)}: ${status}`)
      }
    expect((await plainRequest('/_global-error', {})).status).toBe(404)
    expect(wrong).toEqual([])
  })

  it('in a post is refused, and fails nothing', async () => {
    const own = { origin: service.origin, cookie: service.cast.clinician.cookie }
    const posts: Record<string, [headers: Record<string, string>, body: string]> = {
      'parts without a line between them': [{ 'content-type': 'multipart/form-data' }, 'garbage'],
      'an action with what is no form': [
        { 'content-type': 'text/plain;charset=UTF-8', 'next-action': 'x' },
        '[]',
      ],
      'an action with nothing': [{ 'next-action': 'x' }, ''],
      JSON: [{ 'content-type': 'application/json' }, '{{{'],
    }
    const wrong: string[] = []
    for (const [what, [headers, body]] of Object.entries(posts))
      for (const path of [routes.logIn(), routes.worklist()]) {
        const { status } = await plainRequest(path, { ...own, ...headers }, body)
        if (status !== 400) wrong.push(`${what} to ${path}: ${status}`)
      }
    expect(wrong).toEqual([])
  })

  it('or a page that is somebody else’s says "not found" without JavaScript too', async () => {
    const { cookie } = service.cast.clinician
    for (const path of [
      '/nothing-here',
      routes.practiceHome(),
      routes.patient('nobody'),
      '/patients/%E0%A4%A',
    ]) {
      const { status, body } = await plainRequest(path, { ...BROWSER, cookie })
      const seen = body.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
      expect([path, status, seen.includes('<h1>Page not found</h1>')]).toEqual([path, 404, true])
    }
  })

  /** As it stands: what a browser or `fetch` would mend in the address or the headers goes out unmended. */
  function plainRequest(path: string, headers: Record<string, string>, body?: string) {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(service.origin)
      const method = body === undefined ? 'GET' : 'POST'
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asked = request(
        { hostname, port, path, method, headers: { ...headers, ...length } },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          )
          answer.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }
})
