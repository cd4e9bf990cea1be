import { describe, expect, it } from 'vitest'
import { actorFirstProblems } from './checks/actor-first'
import { filesMatching } from './project-files'

describe('queries and commands', () => {
  it('take the actor first', () => {
    expect(filesMatching(/^lib\/.*\.ts$/).flatMap(actorFirstProblems)).toEqual([])
  })
})

describe('the check that the actor comes first', () => {
  const problems = (text: string, path = 'lib/tasks/queries.ts') => actorFirstProblems({ path, text })
  const found = (name: string) => [
    `lib/tasks/queries.ts: ${name} reaches the database, and its first argument is not the actor`,
  ]

  it.each([
    [
      'the actor first',
      `export async function listTasks(actor: Actor, page: number) { return asActor(actor, read) }`,
    ],
    ['an arrow function', `export const listTasks = (actor: Actor) => hotRead(actor, statement)`],
    [
      'a transaction that has an actor',
      `export async function openTask(tx: Tx, task: NewTask) { await tx.task.create({}) }`,
    ],
    [
      'the actor before the transaction',
      `export async function openTask(actor: Actor, tx: Tx) { await tx.task.create({}) }`,
    ],
    ['a function that reaches nothing', `export function isOverdue(task: Task) { return true }`],
    ['a function for this file alone', `async function read(id: string) { return asActor(who, work) }`],
  ])('takes %s', (_what, text) => {
    expect(problems(text)).toEqual([])
  })

  it.each([
    ['no actor', `export async function listTasks(page: number) { return asActor(someone, read) }`],
    [
      'an actor second',
      `export async function listTasks(page: number, actor: Actor) { return asActor(actor, read) }`,
    ],
    [
      'something else called actor',
      `export async function listTasks(actor: string) { return asActor(actor, read) }`,
    ],
    [
      'a transaction where it opens its own',
      `export async function listTasks(tx: Tx) { return asActor(someone, read) }`,
    ],
    [
      'a transaction last',
      `export async function listTasks(page: number, tx: Tx) { return tx.task.findMany() }`,
    ],
    ['an arrow function', `export const listTasks = (page: number) => hotRead(someone, statement)`],
    [
      'a way round by a function of the file',
      `function read() { return asActor(someone, work) }\nexport async function listTasks(page: number) { return read() }`,
    ],
  ])('finds %s', (_what, text) => {
    expect(problems(text)).toEqual(found('listTasks'))
  })

  it('leaves alone what the domains stand on', () => {
    const text = `export async function logIn(name: string) { return asActor(someone, read) }`
    expect(problems(text, 'lib/accounts/log-in.ts')).toEqual([])
    expect(problems(text, 'lib/tasks/internal/read.ts')).toEqual([])
  })
})
