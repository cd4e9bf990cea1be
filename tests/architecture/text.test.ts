import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkProblems, machinePathProblems, preflightProblems, restingTestProblems } from './checks/text'
import { filesMatching, projectRoot } from './project-files'

const exists = (name: string) => existsSync(path.join(projectRoot, name))

describe('the project', () => {
  it('runs every test it has', () => {
    expect(filesMatching(/^tests\/.*\.tsx?$/).flatMap(restingTestProblems)).toEqual([])
  })

  it('leaves the looks of elements to the design system', () => {
    expect(filesMatching(/^(?:app|components|lib)\/.*\.s?css$/).flatMap(preflightProblems)).toEqual([])
  })

  it('links to what is there', () => {
    expect(filesMatching(/\.md$/).flatMap((file) => linkProblems(file, exists))).toEqual([])
  })

  it('knows nothing of the machine it was written on', () => {
    const written = filesMatching(
      /\.(?:[cm]?[jt]sx?|json|md|s?css|sql|prisma|csv|ya?ml|html)$|(?:^|\/)\.[^/]+$|^\.ci\//,
    )
    expect(written.flatMap((file) => machinePathProblems(file, projectRoot))).toEqual([])
  })
})

describe('the check of resting tests', () => {
  const problems = (text: string) => restingTestProblems({ path: 'tests/unit/a.test.ts', text })

  it.each(['it', 'test', 'describe', 'test.describe'])('finds what %s leaves out', (runner) => {
    for (const rest of ['skip', 'only', 'todo', 'fixme']) {
      const call = `${runner}.${rest}`
      expect(problems(`${call}('behaves', () => {})`)).toEqual([
        `tests/unit/a.test.ts: ${call}: tests run, all of them`,
      ])
    }
  })

  it('finds conditions and sleep', () => {
    expect(problems(`it.skipIf(noBrowser)('behaves', () => {})`)).toHaveLength(1)
    expect(problems(`await page.waitForTimeout(500)`)).toHaveLength(1)
  })

  it('takes a test, and words about one', () => {
    expect(problems(`it('does not skip', () => {})\nit.each([1])('counts', () => {})\nlist.skip(1)`)).toEqual(
      [],
    )
  })
})

describe('the check of preflight', () => {
  const problems = (text: string) => preflightProblems({ path: 'app/globals.css', text })

  it.each([
    `@import 'tailwindcss';`,
    `@import "tailwindcss/preflight.css" layer(base);`,
    `@import url("tailwindcss");`,
    `@tailwind base;`,
  ])('finds %s', (text) => {
    expect(problems(text)).toHaveLength(1)
  })

  it('takes the parts without it', () => {
    expect(
      problems(`@import 'tailwindcss/theme.css' layer(theme);\n@import 'tailwindcss/utilities.css';`),
    ).toEqual([])
  })
})

describe('the check of links', () => {
  const problems = (text: string) =>
    linkProblems({ path: 'lib/tasks/README.md', text }, (name) =>
      ['lib/README.md', 'lib/tasks/rules.ts'].includes(name),
    )

  it.each(['[a](gone.md)', '![a](../picture.png)', '[a](../README.md/x)', '<img src="pictures/a.png">'])(
    'finds %s',
    (text) => {
      expect(problems(text)).toHaveLength(1)
    },
  )

  it.each([
    '[a](rules.ts)',
    '[a](../README.md#words)',
    '[a](https://example.org)',
    '[a](#here)',
    '`[a](gone.md)`',
  ])('takes %s', (text) => {
    expect(problems(text)).toEqual([])
  })
})

describe('the check of machine paths', () => {
  const problems = (text: string) => machinePathProblems({ path: 'README.md', text }, '/srv/checkout')

  it.each([
    'see /srv/checkout/lib',
    'see /' + 'home/ann/thing',
    'see /' + 'Users/ann/thing',
    'see C:' + '\\Users\\ann',
    'cat /' + 'root/x',
  ])('finds %s', (text) => {
    expect(problems(text)).toHaveLength(1)
  })

  it.each(['a link to /patients/home/edit', 'app/(staff)/page.tsx', 'the folder .data/', '/srv/other'])(
    'takes %s',
    (text) => {
      expect(problems(text)).toEqual([])
    },
  )
})
