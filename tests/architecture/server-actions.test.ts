import { describe, expect, it } from 'vitest'
import { serverActionProblems } from './checks/server-actions'
import { filesMatching } from './project-files'

const imported = `'use server'\nimport { formAction } from '@/lib/accounts/form-action'\n`
const wrapped = `${imported}export const saveAction = formAction('save', saveSchema, async (actor, input) => save(actor, input))\n`

describe('server actions', () => {
  it('stand in actions.ts of a route and are made by the wrapper', () => {
    expect(filesMatching(/\.tsx?$/).flatMap(serverActionProblems)).toEqual([])
  })
})

describe('the check of server actions', () => {
  const problems = (path: string, text: string) => serverActionProblems({ path, text })

  it('takes wrapped actions, and types beside them', () => {
    expect(problems('app/(staff)/patients/actions.ts', `${wrapped}export type Saved = string\n`)).toEqual([])
  })

  it('takes a string that only looks like the directive', () => {
    expect(problems('lib/tasks/labels.ts', `export const words = 'use server'\n`)).toEqual([])
  })

  it.each([
    ['lib/tasks/close-task.ts', wrapped],
    ['app/(staff)/worklist/page.tsx', wrapped],
    ['components/tasks/actions.ts', wrapped],
    [
      'app/(staff)/worklist/page.tsx',
      `export default function Page() { async function save() { 'use server' } }`,
    ],
  ])("finds 'use server' in %s", (path, text) => {
    expect(problems(path, text)).toEqual([`${path}: 'use server' outside actions.ts of a route`])
  })

  it.each([
    [`export async function saveAction(form: FormData) {}`, 'saveAction'],
    [`export const saveAction = async (form: FormData) => {}`, 'saveAction'],
    [`export const saveAction = withLogging(save)`, 'saveAction'],
    [`export default formAction(schema, save)`, 'export default formAction(schema, save)'],
    [`const saveAction = save\nexport { saveAction }`, 'export { saveAction }'],
    [`export * from './other'`, "export * from './other'"],
  ])('finds an export that the wrapper did not make: %s', (text, name) => {
    expect(problems('app/(staff)/actions.ts', `${imported}${text}\n`)).toEqual([
      `app/(staff)/actions.ts: ${name} is not made by formAction(`,
    ])
  })

  it('takes the wrapper of links on the routes of links alone', () => {
    const text = `'use server'\nimport { linkFormAction } from '@/lib/document-links/link-form-action'\nexport const answerAction = linkFormAction('answer', schema, answer)\n`
    expect(problems('app/(public)/link/document/actions.ts', text)).toEqual([])
    for (const path of ['app/(staff)/actions.ts', 'app/(public)/log-in/actions.ts'])
      expect(problems(path, text)).toEqual([`${path}: answerAction is not made by formAction(`])
  })

  it('takes the wrapper for people not logged in on public routes alone', () => {
    const text = `'use server'\nimport { publicFormAction } from '@/lib/accounts/form-action'\nexport const logInAction = publicFormAction('log-in', schema, logIn)\n`
    expect(problems('app/(public)/log-in/actions.ts', text)).toEqual([])
    expect(problems('app/(staff)/actions.ts', text)).toEqual([
      'app/(staff)/actions.ts: logInAction is not made by formAction(',
    ])
  })

  it.each([
    ['of the file itself', `const formAction = (work) => work`],
    ['of somewhere else', `import { formAction } from './other'`],
    ['under a borrowed name', `import { publicFormAction as formAction } from '@/lib/accounts/form-action'`],
  ])('finds a wrapper %s', (_what, line) => {
    const text = `'use server'\n${line}\nexport const saveAction = formAction('save', schema, save)\n`
    expect(problems('app/(staff)/actions.ts', text)).toEqual([
      'app/(staff)/actions.ts: saveAction is not made by formAction(',
    ])
  })

  it('finds actions.ts without the directive, and the directive inside a function', () => {
    const text =
      imported.replace(`'use server'`, '') +
      `export const saveAction = formAction('save', schema, async () => { 'use server' })`
    expect(problems('app/(staff)/actions.ts', text)).toEqual([
      "app/(staff)/actions.ts: does not begin with 'use server'",
      "app/(staff)/actions.ts: 'use server' inside a function",
    ])
  })
})
