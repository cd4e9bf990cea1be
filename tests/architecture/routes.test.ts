import { describe, expect, it } from 'vitest'
import { accessibilityProblems, actorProblems, clientPageProblems, routeOf } from './checks/routes'
import { filesMatching, projectPaths } from './project-files'
import { parse, stringsOf } from './syntax'

const pages = projectPaths.filter((path) => /^app\/.*page\.tsx$/.test(path))
const routed = filesMatching(/^app\/.*\.tsx?$/)

describe('routes', () => {
  it('ask who is there, unless they are public', () => {
    expect(routed.flatMap(actorProblems)).toEqual([])
  })

  it('draw pages and layouts on the server', () => {
    expect(routed.flatMap(clientPageProblems)).toEqual([])
  })

  it('each have an accessibility test', () => {
    const lists = filesMatching(/^tests\/journeys\/accessibility\/pages\/[a-z-]+\.ts$/)
    const listed = lists
      .flatMap((list) => stringsOf(parse(list)))
      .filter((text) => /^\/[\w/[\].-]*$/.test(text))
    expect(accessibilityProblems(pages, listed)).toEqual([])
  })
})

describe('the check of routes', () => {
  const page = (text: string) => ({ path: 'app/(staff)/worklist/page.tsx', text })
  const asking = `export default async function Page() { const actor = await requireActor(); return null }`

  it('takes a page that asks for the actor, a public page and the health of the service', () => {
    expect(actorProblems(page(asking))).toEqual([])
    expect(actorProblems(page(`const view = await pageRead((actor) => getWorklist(actor))`))).toEqual([])
    expect(actorProblems({ path: 'app/(public)/log-in/page.tsx', text: '' })).toEqual([])
    expect(actorProblems({ path: 'app/api/health/route.ts', text: '' })).toEqual([])
    expect(actorProblems({ path: 'app/(staff)/worklist/filters.tsx', text: '' })).toEqual([])
  })

  it.each([
    ['app/(staff)/worklist/page.tsx', 'export default function Page() { return null }'],
    ['app/(staff)/worklist/page.tsx', '// requireActor()\nexport default function Page() { return null }'],
    ['app/page.tsx', 'export default function Page() { return null }'],
    ['app/api/export/route.ts', 'export function GET() { return new Response() }'],
  ])('finds that %s asks nobody', (path, text) => {
    expect(actorProblems({ path, text })).toEqual([`${path}: calls none of requireActor, pageRead`])
  })

  it('finds a page for the browser', () => {
    expect(clientPageProblems(page(`'use client'\n${asking}`))).toEqual([
      'app/(staff)/worklist/page.tsx: is a client component',
    ])
    expect(clientPageProblems({ path: 'app/(staff)/worklist/filters.tsx', text: `'use client'` })).toEqual([])
  })

  it('names a route as Next does', () => {
    expect(routeOf('app/page.tsx')).toBe('/')
    expect(routeOf('app/(staff)/patients/[patientId]/page.tsx')).toBe('/patients/[patientId]')
  })

  it('finds a page without an accessibility test, and a test without a page', () => {
    expect(accessibilityProblems(['app/(staff)/worklist/page.tsx'], ['/practice'])).toEqual([
      '/worklist: no accessibility test',
      '/practice: tested, but no page',
    ])
    expect(accessibilityProblems(['app/(staff)/worklist/page.tsx'], ['/worklist'])).toEqual([])
  })
})
