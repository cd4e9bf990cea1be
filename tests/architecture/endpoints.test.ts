import { describe, expect, it } from 'vitest'
import { ACTION_PURPOSES } from '@/lib/access/action-endpoints'
import { ROUTE_PURPOSES } from '@/lib/access/endpoints'
import { actionNamesIn, differences } from './checks/endpoints'
import { routeOf } from './checks/routes'
import { filesMatching, projectPaths } from './project-files'

/** Served without a file of ours in app/. */
const OF_THE_FRAMEWORK = ['/_not-found', '/_global-error']

const moduleFile = (module: string) =>
  filesMatching(/^lib\/.*\.ts$/).find(({ path }) => path === `${module.slice(2)}.ts`)

describe('the table of endpoints', () => {
  it('has every server action, once, and no other', () => {
    const files = filesMatching(/^app\/.*\bactions\.ts$/)
    const names = files.flatMap((file) => actionNamesIn(file, moduleFile)).map(({ name }) => name)
    expect(new Set(names).size, 'two actions share a name').toBe(names.length)
    expect(differences(names, Object.keys(ACTION_PURPOSES))).toEqual([])
  })

  it('has every page and route handler, and no other', () => {
    const files = projectPaths.filter((path) => /^app\/(?:.*\/)?(?:page\.tsx|route\.tsx?)$/.test(path))
    const icons = projectPaths
      .filter((path) => /^app\/icon\.\w+$/.test(path))
      .map((path) => path.slice('app'.length))
    const routes = [...files.map(routeOf), ...icons, ...OF_THE_FRAMEWORK]
    expect(differences(routes, Object.keys(ROUTE_PURPOSES))).toEqual([])
  })
})

describe('the check of endpoints', () => {
  it('reads the names of actions, public or not', () => {
    const text = `'use server'
      export const oneAction = formAction('one.name', schema, run)
      export const otherAction = publicFormAction('other.name', schema, run)`
    expect(actionNamesIn({ path: 'app/actions.ts', text })).toEqual([
      { exportedName: 'oneAction', name: 'one.name' },
      { exportedName: 'otherAction', name: 'other.name' },
    ])
  })

  it('reads a name that another module gives', () => {
    const text = `import { SEARCH } from '@/lib/search'\nexport const oneAction = formAction(SEARCH, schema, run)`
    const module = { path: 'lib/search.ts', text: `export const SEARCH = 'search'` }
    expect(actionNamesIn({ path: 'app/actions.ts', text }, () => module)).toEqual([
      { exportedName: 'oneAction', name: 'search' },
    ])
  })

  it('finds an action whose name is not written out', () => {
    const file = { path: 'app/actions.ts', text: `export const oneAction = formAction(NAME, schema, run)` }
    expect(() => actionNamesIn(file)).toThrow('app/actions.ts: oneAction has no name')
  })

  it('tells what is on one side alone', () => {
    expect(differences(['a', 'b'], ['b', 'c'])).toEqual([
      'a: not in the table',
      'c: in the table, but not there',
    ])
  })
})
