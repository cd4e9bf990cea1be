import type { ProjectFile } from '../project-files'
import { calledNames, directivesOf, parse } from '../syntax'

/** Routes that answer people who are not logged in, beside those in app/(public). */
const OPEN_ROUTES = ['app/api/health/route.ts']
/** What finds the actor: by itself, or round the reads of a page. Both send anybody else to the log-in page. */
const FINDERS = ['requireActor', 'pageRead']

/** The route that a page.tsx serves, as Next writes it: `/patients/[patientId]`. */
export function routeOf(pagePath: string): string {
  const segments = pagePath
    .split('/')
    .slice(1, -1)
    .filter((segment) => !/^\(.*\)$/.test(segment))
  return `/${segments.join('/')}`
}

/** A page or route handler for people who are logged in asks who they are, itself: a layout's check is for looks. */
export function actorProblems(file: ProjectFile): string[] {
  const isRoute = /^app\/(?:.*\/)?(?:page\.tsx|route\.tsx?)$/.test(file.path)
  if (!isRoute || file.path.startsWith('app/(public)/') || OPEN_ROUTES.includes(file.path)) return []
  const asks = calledNames(parse(file)).some((name) => FINDERS.includes(name))
  return asks ? [] : [`${file.path}: calls none of ${FINDERS.join(', ')}`]
}

/** Pages and layouts are drawn on the server; the browser gets leaves. */
export function clientPageProblems(file: ProjectFile): string[] {
  if (!/^app\/(?:.*\/)?(?:page|layout|template|loading|not-found)\.tsx$/.test(file.path)) return []
  const isClient = directivesOf(parse(file)).some(({ text }) => text === 'use client')
  return isClient ? [`${file.path}: is a client component`] : []
}

/**
 * Every page has its place in the accessibility journeys, and every place there is a page.
 *
 * @param listed the strings of the list that look like a route
 */
export function accessibilityProblems(pagePaths: readonly string[], listed: readonly string[]): string[] {
  const routes = pagePaths.map(routeOf)
  return [
    ...routes.filter((route) => !listed.includes(route)).map((route) => `${route}: no accessibility test`),
    ...listed.filter((route) => !routes.includes(route)).map((route) => `${route}: tested, but no page`),
  ]
}
