import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/access/access-table'
import { ROUTE_PURPOSES } from '@/lib/access/endpoints'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { routes } from '@/lib/platform/routes'
import { PAGES } from '@/tests/journeys/accessibility/pages'
import type { AccessiblePage } from '@/tests/journeys/accessibility/pages/accessible-page'
import { startStagedService, type StagedService } from './staged-service'
import { inviteVisitors, isForStaff, isOpenTo, pastCookies, type Visitor } from './visitors'
import { addressOf, cookieOf, nonceOf, timeless, visit, type Answer } from './visits'

/** Ways by which pages have been reached past a check in other services. */
const SIDE_DOORS: Readonly<Record<string, Record<string, string>>> = {
  'as if the proxy had run already': { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  'as if from another address of ours': {
    'x-forwarded-host': 'elsewhere.example',
    'x-original-url': '/privacy',
  },
}

/** What a browser with JavaScript asks for: a page's data, without the page. */
const AS_DATA: Readonly<Record<string, Record<string, string>>> = {
  'for navigation': { RSC: '1' },
  'to prefetch it': { RSC: '1', 'Next-Router-Prefetch': '1' },
  'to prefetch the tree': { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  'to prefetch the page': {
    RSC: '1',
    'Next-Router-Prefetch': '1',
    'Next-Router-Segment-Prefetch': '/__PAGE__',
  },
}

const CLOSED = PAGES.filter(({ route }) => isForStaff(ROUTE_PURPOSES[route]))
const ABOUT_A_PATIENT = PAGES.filter(({ route }) => route.includes('[patientId]'))

/** What the table leaves to the team that a task, a plan or a request is of: these lead to one of another's on stage. */
const OF_ANOTHER_TEAM: readonly (readonly [addresses: string, role: Role])[] = [
  ['/practice/', 'clinician'],
  ['/practice/', 'support_worker'],
  ['/worklist/', 'gp'],
]

describe('every page', () => {
  let service: StagedService
  let visitors: Visitor[]
  /** What tells that somebody is on a page: NHS numbers, and the email addresses of staff. */
  let traces: string[]

  beforeAll(async () => {
    service = await startStagedService()
    visitors = await inviteVisitors(service)
    const { rows } = await service.superuser.query<{ nhs_number: string }>('select nhs_number from patient')
    const { rows: staff } = await service.superuser.query<{ email: string }>('select email from staff')
    const numbers = rows.flatMap(({ nhs_number }) => [nhs_number, formatNhsNumber(nhs_number)])
    traces = [...numbers, ...staff.map(({ email }) => email)]
  })
  afterAll(() => service.stop())

  const isAboutSomebody = (body: string) => traces.some((trace) => body.includes(trace))

  it('is on the list that these tests go through', () => {
    const pages = Object.keys(ROUTE_PURPOSES).filter((route) => !isNoPage(route))
    expect(pages.filter((route) => !PAGES.some((page) => page.route === route))).toEqual([])
  })

  it.each(Object.entries({ plainly: {}, ...SIDE_DOORS }))(
    'leads to the log-in page without a session, asked for %s',
    async (_how, headers) => {
      const wrong: string[] = []
      for (const page of CLOSED) {
        const { address, body } = await visit(addressOf(service, page), headers, 'follow')
        if (new URL(address).pathname !== routes.logIn() || isAboutSomebody(body)) wrong.push(page.route)
      }
      expect(wrong).toEqual([])
    },
  )

  it.each(Object.entries(AS_DATA))('gives no data without a session, asked %s', async (_why, headers) => {
    const wrong: string[] = []
    for (const page of CLOSED) {
      const { body } = await visit(addressOf(service, page), headers, 'follow')
      if (isAboutSomebody(body)) wrong.push(page.route)
    }
    expect(wrong).toEqual([])
  })

  it('gives data with a session, so that the tests above would see some', async () => {
    const record = `${service.origin}${routes.patient(service.cast.patientId)}`
    const { cookie } = service.cast.clinician
    expect(isAboutSomebody((await visit(record, { cookie })).body)).toBe(true)
    expect(isAboutSomebody((await visit(record, { cookie, RSC: '1' }, 'follow')).body)).toBe(true)
  })

  it('leads to the log-in page with a session that is over', async () => {
    const wrong: string[] = []
    for (const [name, cookie] of Object.entries(await pastCookies(service)))
      for (const page of CLOSED) {
        const { status, headers } = await visit(addressOf(service, page), { cookie })
        const isSent = status === 307 && headers.get('location')?.startsWith(routes.logIn())
        if (!isSent) wrong.push(`${name}: ${page.route} ${status}`)
      }
    expect(wrong).toEqual([])
  })

  it('opens to whom the access table says, and is not found by anybody else', async () => {
    const wrong: string[] = []
    for (const visitor of visitors) for (const page of CLOSED) wrong.push(...(await visitAs(visitor, page)))
    expect(wrong).toEqual([])
  })

  /** Shown; the home of each role leads on, and of the people on stage nobody is another team's to move: it is led back. */
  function isThere({ relation }: Visitor, { route }: AccessiblePage, { status, headers }: Answer): boolean {
    if (status !== 307) return status === 200
    if (route === routes.home()) return headers.get('location') !== routes.logIn()
    return relation === 'organisation' && route.endsWith('/move')
  }

  async function visitAs(visitor: Visitor, page: AccessiblePage): Promise<string[]> {
    const answer = await visit(addressOf(service, page), { cookie: visitor.cookie })
    const { status, body } = answer
    const purpose = ROUTE_PURPOSES[page.route] ?? 'public'
    const isOfOneThing = page.route.includes('[') || CHOSEN.includes(page.route)
    const isOpen = isOpenTo(visitor, purpose, isOfOneThing) && !isOfAnotherTeam(visitor, page)
    const mayKnow = visitor.relation === 'care' || !isAboutSomebody(body)
    const isRight = isOpen ? isThere(visitor, page, answer) : status === 404 && mayKnow
    return isRight ? [] : [`${visitor.name} on ${page.route}: ${status}, should be ${isOpen ? 200 : 404}`]
  }

  it('carries the security headers, and a nonce that is used once', async () => {
    const wrong: string[] = []
    const nonces: string[] = []
    const unknown = `${service.origin}/nothing-here`
    const addresses = PAGES.map((page) => ({
      address: addressOf(service, page),
      cookie: cookieOf(service, page),
    }))
    for (const { address, cookie } of [...addresses, { address: unknown, cookie: '' }]) {
      const answer = await visit(address, { cookie })
      nonces.push(nonceOf(answer) ?? 'none')
      wrong.push(...headerFaults(answer).map((fault) => `${new URL(address).pathname}: ${fault}`))
    }
    expect(wrong).toEqual([])
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('looks the same for somebody else’s patient as for one that is not there', async () => {
    const wrong: string[] = []
    for (const visitor of visitors.filter(({ relation }) => relation !== 'care'))
      for (const page of ABOUT_A_PATIENT) {
        const theirs = await visit(addressOf(service, page), { cookie: visitor.cookie })
        const nobodys = await visit(withUnknownPatient(addressOf(service, page)), { cookie: visitor.cookie })
        if (theirs.status !== 404 || nobodys.status !== 404 || timeless(theirs) !== timeless(nobodys))
          wrong.push(`${visitor.name} on ${page.route}`)
      }
    expect(wrong).toEqual([])
  })

  it('of one thing of a patient is not found under another patient of the same team', async () => {
    const { cast } = service
    const wrong: string[] = []
    const children = ABOUT_A_PATIENT.filter(({ route }) => /\[patientId\]\/.*\[(?!teamId|number)/.test(route))
    expect(children.length).toBeGreaterThan(5)
    for (const page of children) {
      const address = addressOf(service, page)
      const owner = /\/patients\/([^/]+)/.exec(address)?.[1] ?? ''
      const other = owner === cast.draftedPatientId ? cast.patientId : cast.draftedPatientId
      const headers = { cookie: cast.clinician.cookie }
      const swapped = await visit(address.replace(owner, other), headers)
      const unknown = await visit(withUnknownChild(address.replace(owner, other)), headers)
      if (swapped.status !== 404 || timeless(swapped) !== timeless(unknown))
        wrong.push(`${page.route}: ${swapped.status}`)
    }
    expect(wrong).toEqual([])
  })
})

/** These name what was chosen after the question mark: without any of the visitor's own they are not found. */
const CHOSEN = ['/letters/post']

function isOfAnotherTeam({ roles }: Visitor, { route }: AccessiblePage): boolean {
  return OF_ANOTHER_TEAM.some(([addresses, role]) => route.startsWith(addresses) && roles.includes(role))
}

function isNoPage(route: string): boolean {
  return /^\/(?:_|api\/|icon\.|account\/(?:log-out|stay-logged-in)$)|\/pdf$/.test(route)
}

function withUnknownPatient(address: string): string {
  return address.replace(/\/patients\/[^/]+/, `/patients/${randomUUID()}`)
}

/** The last id of the address is nobody's. */
function withUnknownChild(address: string): string {
  return address.replace(/[0-9a-f-]{36}(?!.*[0-9a-f-]{36})/, randomUUID())
}

/** The address of a link or an invitation is a secret: not even our own pages are told. Without any referrer its forms have no origin. */
function referrersOf(address: string): string {
  return /^\/(?:link|invitation)\//.test(new URL(address).pathname) ? 'strict-origin' : 'same-origin'
}

function headerFaults({ headers, body, ...answer }: Awaited<ReturnType<typeof visit>>): string[] {
  const nonce = nonceOf({ headers, body, ...answer })
  const policy = headers.get('content-security-policy') ?? ''
  const scripts = body.match(/<script\b[^>]*>/g) ?? []
  const musts: Record<string, boolean> = {
    'a policy with a nonce': nonce !== undefined,
    'no unsafe source': !/unsafe-(?:inline|eval)|\*|https?:/.test(policy),
    'a policy for everything': ["default-src 'self'", "base-uri 'none'", "object-src 'none'"].every((part) =>
      policy.includes(part),
    ),
    'no frames': policy.includes("frame-ancestors 'none'"),
    'forms that post to us alone': policy.includes("form-action 'self'"),
    'the nonce on every script': scripts.every((script) => script.includes(`nonce="${nonce}"`)),
    'scripts at all': scripts.length > 0,
    'no inline style': !/<style\b(?![^>]*nonce=)|\sstyle="/.test(body),
    'nothing kept': headers.get('cache-control')?.includes('no-store') ?? false,
    'no guessing of types': headers.get('x-content-type-options') === 'nosniff',
    'no address told': headers.get('referrer-policy') === referrersOf(answer.address),
    'a window of its own': headers.get('cross-origin-opener-policy') === 'same-origin',
    'no word on what it is made with': !headers.has('x-powered-by') && !headers.has('server'),
  }
  return Object.entries(musts).flatMap(([must, isMet]) => (isMet ? [] : [`lacks ${must}`]))
}
