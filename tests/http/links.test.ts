import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTE_PURPOSES } from '@/lib/access/endpoints'
import { newSessionToken } from '@/lib/accounts/session-token'
import { partsOf } from '@/lib/nhs/calendar-date'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { routes } from '@/lib/platform/routes'
import { PAGES } from '@/tests/journeys/accessibility/pages'
import { formOf, postForm } from '@/tests/support/posted-form'
import { startStagedService, type StagedService } from './staged-service'
import { isForStaff } from './visitors'
import { addressOf, cookieOf, timeless, visit } from './visits'

const BY_LINK = PAGES.filter(({ route }) => route.startsWith('/link/') && ROUTE_PURPOSES[route] !== 'public')

/** How browsers, their prefetching and mail scanners look at an address. */
const LOOKS: Readonly<Record<string, Record<string, string>>> = {
  plainly: {},
  'as data': { RSC: '1' },
  'to prefetch it': { RSC: '1', 'Next-Router-Prefetch': '1' },
  'as a scanner': { 'user-agent': 'Mozilla/5.0 (compatible; MailScanner)' },
}

describe('a link, for strangers', () => {
  let service: StagedService
  let traces: string[]

  beforeAll(async () => {
    service = await startStagedService()
    const { nhsNumber, familyName } = service.cast.patient
    traces = [nhsNumber, formatNhsNumber(nhsNumber), familyName, familyName.toUpperCase()]
  })
  afterAll(() => service.stop())

  const isAbout = (body: string) => traces.some((trace) => body.includes(trace))
  const landing = () => `${service.origin}${routes.documentLink(service.cast.link.secret)}`
  const stored = async () => {
    const { rows } = await service.superuser.query<{ stored: string }>(
      `select (select count(*) from document_link_event) || ' ' || (select count(*) from document_link_session) || ' ' ||
        (select count(*) from practice_request_event) || ' ' || (select count(*) from access_log) as stored`,
    )
    return rows[0]?.stored
  }

  it('names nobody and changes nothing, however often and in whatever way it is looked at', async () => {
    const before = await stored()
    for (const headers of Object.values(LOOKS))
      for (let look = 0; look < 5; look++) {
        const answer = await visit(landing(), headers, 'follow')
        expect(answer.status).toBe(200)
        expect(isAbout(answer.body)).toBe(false)
        expect(answer.headers.get('set-cookie')).toBeNull()
        expect(answer.headers.get('referrer-policy')).toBe('strict-origin')
        expect(answer.headers.get('cache-control')).toContain('no-store')
      }
    expect((await fetch(landing(), { method: 'HEAD' })).status).toBe(200)
    expect(await stored()).toBe(before)
  })

  it('looks the same whether it never was, or was revoked', async () => {
    const { stage, cast } = service
    const person = await stage.patient(cast.clinician)
    await stage.register(cast.clinician, person, 'Z90008')
    const { summary } = await stage.summaries.signedSummary(cast.clinician, person.id)
    const place = { patientId: person.id, summaryId: summary.id }
    const { linkId, secret } = await stage.linkIssued(cast.clinician, place)
    await service.superuser.query(
      `insert into document_link_event (id, patient_id, link_id, kind, reason, recorded_by_id) values ($1, $2, $3, 'revoked', 'Wrong address', $4)`,
      [randomUUID(), person.id, linkId, cast.clinician.staffId],
    )
    const seen = async (token: string) => {
      const answer = await visit(`${service.origin}${routes.documentLink(token)}`)
      return { status: answer.status, body: timeless(answer).replaceAll(token, 'TOKEN') }
    }
    const unknown = await seen(newSessionToken().token)
    expect(await seen(secret)).toEqual(unknown)
    expect(unknown.body).toContain('This link cannot be used')
  })

  it('opens nothing without a session, with a made-up one, or with a log-in', async () => {
    const { clinician, gp } = service.cast
    const cookies = ['', `alongside-link=${newSessionToken().token}`, clinician.cookie, gp.cookie]
    const tries = BY_LINK.flatMap((page) =>
      cookies.flatMap((cookie) => Object.values(LOOKS).map((headers) => ({ page, cookie, headers }))),
    )
    expect(tries).toHaveLength(2 * 4 * 4)
    const wrong: string[] = []
    for (const { page, cookie, headers } of tries) {
      const { address, body } = await visit(addressOf(service, page), { cookie, ...headers }, 'follow')
      const isSentAway = new URL(address).pathname === routes.linkEnded() || headers.RSC === '1'
      if (!isSentAway || isAbout(body)) wrong.push(`${page.route} with ${cookie.slice(0, 20)}`)
    }
    expect(wrong).toEqual([])
  })

  it('shows the document with its session, so that the tests above would see it', async () => {
    for (const page of BY_LINK) {
      const { status, body } = await visit(addressOf(service, page), { cookie: cookieOf(service, page) })
      expect(status).toBe(200)
      expect(isAbout(body), page.route).toBe(true)
      expect(body).not.toContain(service.cast.link.secret)
    }
  })

  it('gives the letter as a PDF to its session alone', async () => {
    const address = `${service.origin}${routes.linkedDocumentPdf()}`
    const printed = await fetch(address, { headers: { cookie: service.cast.link.cookie.join('=') } })
    expect(printed.status).toBe(200)
    expect(printed.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await printed.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    for (const cookie of ['', `alongside-link=${newSessionToken().token}`, service.cast.gp.cookie]) {
      const refused = await visit(address, { cookie }, 'follow')
      expect(new URL(refused.address).pathname).toBe(routes.linkEnded())
    }
  })

  it('opens no page for staff, and no other request', async () => {
    const cookie = service.cast.link.cookie.join('=')
    const wrong: string[] = []
    for (const page of PAGES.filter(({ route }) => isForStaff(ROUTE_PURPOSES[route]))) {
      const { address, body } = await visit(addressOf(service, page), { cookie }, 'follow')
      if (new URL(address).pathname !== routes.logIn() || isAbout(body)) wrong.push(page.route)
    }
    expect(wrong).toEqual([])
    for (const requestId of [service.cast.requestId, service.cast.declinedRequestId, randomUUID(), 'x'])
      expect((await visit(`${service.origin}${routes.linkedRequest(requestId)}`, { cookie })).status).toBe(
        404,
      )
  })

  it('is opened by a form without JavaScript, which takes the secret out of the address', async () => {
    const { body } = await visit(landing())
    const { day, month, year } = partsOf(service.cast.patient.bornOn)
    const date = { 'bornOn-day': String(day), 'bornOn-month': String(month), 'bornOn-year': String(year) }
    const fields = { ...formOf(body, 'name="bornOn-day"'), ...date }
    const headers = { origin: service.origin }
    const wrong = await postForm(landing(), { ...fields, 'bornOn-year': '1900' }, headers)
    expect(wrong.status).toBe(200)
    expect(wrong.headers.get('set-cookie')).toBeNull()
    const said = await wrong.text()
    expect(said).toContain('4 tries are left')
    expect(isAbout(said)).toBe(false)
    const right = await postForm(landing(), fields, headers)
    expect(right.status).toBe(303)
    expect(right.headers.get('location')).toBe(routes.linkedDocument())
    const cookie = right.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^alongside-link=[\w-]{43};/)
    for (const flag of ['HttpOnly', 'SameSite=lax', 'Path=/', 'Max-Age=7200']) expect(cookie).toContain(flag)
  })

  it('posted by a stranger, or when the session has ended, does nothing', async () => {
    const address = `${service.origin}${routes.linkedRequest(service.cast.linkedRequestId)}`
    const cookie = service.cast.link.cookie.join('=')
    const form = formOf((await visit(address, { cookie })).body, 'name="requestId"')
    const fields = { ...form, answer: 'accepted' }
    const before = await stored()
    for (const origin of ['https://elsewhere.example', 'null', `${service.origin}.elsewhere.example`])
      expect((await postForm(address, fields, { origin, cookie })).status).toBe(404)
    const ended = await postForm(address, fields, { origin: service.origin })
    expect(ended.headers.get('location')).toBe(routes.linkEnded())
    expect(await stored()).toBe(before)
    const answered = await postForm(address, fields, { origin: service.origin, cookie })
    expect(answered.headers.get('location')).toContain('done=answered')
    expect(await stored()).not.toBe(before)
  })

  it('leaves its secret in no log', () => {
    const { port } = new URL(service.origin)
    const log = readFileSync(path.join(os.tmpdir(), `alongside-web-${port}.log`), 'utf8')
    expect(log).not.toContain(service.cast.link.secret)
  })
})
