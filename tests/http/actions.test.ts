import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTION_PURPOSES } from '@/lib/access/action-endpoints'
import { routes } from '@/lib/platform/routes'
import { PAGES } from '@/tests/journeys/accessibility/pages'
import { postForm, type FormFields } from '@/tests/support/posted-form'
import { builtActions, type BuiltAction } from './build-manifests'
import { formsOf } from './page-forms'
import { startStagedService, type StagedService } from './staged-service'
import { isForStaff } from './visitors'
import { addressOf, cookieOf, visit } from './visits'

type Post = { cookie: string | null; origin: string | null }

/** Posts that must reach nothing, and what each sends in place of a page of ours. */
function strangersOf(origin: string, cookie: string): Readonly<Record<string, Post>> {
  const { port } = new URL(origin)
  return {
    'without an origin': { cookie, origin: null },
    'with an opaque origin': { cookie, origin: 'null' },
    'from another site': { cookie, origin: 'https://elsewhere.example' },
    'from a site whose name begins as ours': { cookie, origin: `${origin}.elsewhere.example` },
    'from another port': { cookie, origin: origin.replace(port, '1') },
  }
}

describe('every server action', () => {
  let service: StagedService
  const actions = builtActions()

  beforeAll(async () => {
    service = await startStagedService()
  })
  afterAll(() => service.stop())

  it('has a page on the list that these tests go through', () => {
    expect(actions.filter(({ route }) => !pageOf(route)).map(({ route }) => route)).toEqual([])
  })

  it('answers the form of a page of ours, from somebody who may', async () => {
    const wrong: string[] = []
    for (const action of actions) {
      const { status } = await call(action, { cookie: cookieFor(action), origin: service.origin })
      if (status !== 200 && status !== 303) wrong.push(`${action.name}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('is not found by a post from anywhere else, logged in or not', async () => {
    const wrong: string[] = []
    const before = await fingerprint()
    for (const action of actions)
      for (const [from, post] of Object.entries(strangersOf(service.origin, cookieFor(action)))) {
        const { status } = await call(action, post)
        if (status !== 404) wrong.push(`${action.name} ${from}: ${status}`)
      }
    expect(wrong).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  it('sends somebody who is not logged in to the log-in page, unless it is for them', async () => {
    const wrong: string[] = []
    const before = await fingerprint()
    for (const action of actions.filter(({ name }) => isForStaff(ACTION_PURPOSES[name]))) {
      const { headers } = await call(action, { cookie: null, origin: service.origin })
      const target = headers.get('x-action-redirect') ?? headers.get('location') ?? ''
      if (!target.startsWith(routes.logIn())) wrong.push(`${action.name}: ${target}`)
    }
    expect(wrong).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  it('does nothing for a form taken from a page and posted by a stranger', async () => {
    const before = await fingerprint()
    const wrong: string[] = []
    let posted = 0
    for (const page of PAGES) {
      const address = addressOf(service, page)
      const cookie = cookieOf(service, page)
      const forms = formsOf((await visit(address, { cookie })).body)
      const strangers = Object.entries(strangersOf(service.origin, cookie))
      const posts = forms.flatMap((fields) => strangers.map(([from, post]) => ({ fields, from, post })))
      for (const { fields, from, post } of posts) {
        const { status } = await postAs(address, fields, post)
        posted += 1
        if (status !== 404) wrong.push(`${page.route} ${from}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(posted).toBeGreaterThan(100)
    expect(await fingerprint()).toEqual(before)
  })

  it('does nothing for a form taken from a page and posted without a session', async () => {
    const before = await fingerprint()
    const wrong: string[] = []
    for (const page of PAGES.filter(({ by }) => by(service.cast) !== null)) {
      const address = addressOf(service, page)
      for (const fields of formsOf((await visit(address, { cookie: cookieOf(service, page) })).body)) {
        const { headers } = await postAs(address, fields, { cookie: null, origin: service.origin })
        const target = headers.get('location') ?? ''
        if (!target.startsWith(routes.logIn())) wrong.push(`${page.route}: ${target}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  const pageOf = (route: string) => PAGES.find((page) => page.route === route)

  function cookieFor({ route }: BuiltAction): string {
    const page = pageOf(route)
    return page ? cookieOf(service, page) : ''
  }

  /** As a browser with JavaScript calls it, with an empty form. */
  function call({ id, route }: BuiltAction, post: Post): Promise<Response> {
    const page = pageOf(route)
    const body = new FormData()
    body.append('1_nothing', '')
    body.append('0', JSON.stringify([{ errors: [], values: {} }, '$K1']))
    const headers = { ...headersOf(post), 'next-action': id }
    return fetch(page ? addressOf(service, page) : service.origin, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
  }

  function postAs(address: string, fields: FormFields, post: Post): Promise<Response> {
    return postForm(address, fields, headersOf(post))
  }

  function headersOf({ cookie, origin }: Post): Record<string, string> {
    return { ...(cookie && { cookie }), ...(origin && { origin }) }
  }

  /** One hash for everything that is stored, but for the log of who looked and when sessions were last used. */
  async function fingerprint(): Promise<Record<string, string>> {
    const { rows: tables } = await service.superuser.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in ('access_log', 'access_log_chain', 'staff_session') order by tablename`,
    )
    const hashes: Record<string, string> = {}
    for (const { name } of tables) hashes[name] = await hashOf(`select row::text as text from ${name} as row`)
    hashes.staff_session = await hashOf("select format('%s %s', id, ended_at) as text from staff_session")
    return hashes
  }

  async function hashOf(query: string): Promise<string> {
    const { rows } = await service.superuser.query<{ hash: string | null }>(
      `select md5(string_agg(text, '' order by text)) as hash from (${query}) as rows`,
    )
    return rows[0]?.hash ?? 'empty'
  }
})
