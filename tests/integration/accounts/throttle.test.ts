import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logIn } from '@/lib/accounts/log-in'
import type { RequestOrigin } from '@/lib/accounts/request-origin'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { PASSWORD, personWithPassword, sessionOf, somewhere } from './person-with-password'

const TOO_MANY = /^Too many attempts to log in\. Try again after \d\d:\d\d$/
const WRONG = 'not right'

describe('the throttle', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(() => database.drop())

  const guess = (email: string, origin: RequestOrigin = somewhere()) =>
    logIn({ email, password: 'a wrong guess of it' }, origin).then(
      () => 'in',
      (error: Error) => error.message,
    )
  const later = (minutes: number) =>
    database.superuser.query('update login_attempt set at = at - make_interval(mins => $1)', [minutes])

  it('looks at ten guesses of an account, from however many places and however much at once', async () => {
    const { email } = await personWithPassword(database.pools.owner)
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess(email)))
    expect(answers.filter((words) => words.includes(WRONG))).toHaveLength(10)
    expect(answers.filter((words) => TOO_MANY.test(words))).toHaveLength(30)
    await expect(logIn({ email, password: PASSWORD }, somewhere())).rejects.toThrow(TOO_MANY)
  })

  it('lets the person in again after a quarter of an hour', async () => {
    const { email } = await personWithPassword(database.pools.owner)
    for (let count = 0; count < 10; count++) await guess(email)
    await later(14)
    await expect(logIn({ email, password: PASSWORD }, somewhere())).rejects.toThrow(TOO_MANY)
    await later(2)
    sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
  })

  it('shuts an address that nobody has in the same way', async () => {
    const email = `${crypto.randomUUID()}@example.org`
    const answers: string[] = []
    for (let count = 0; count < 11; count++) answers.push(await guess(email))
    expect(answers[9]).toContain(WRONG)
    expect(answers[10]).toMatch(TOO_MANY)
  })

  it('does not count a log-in that succeeded', async () => {
    const { email } = await personWithPassword(database.pools.owner)
    for (let count = 0; count < 12; count++) await logIn({ email, password: PASSWORD }, somewhere())
    for (let count = 0; count < 9; count++) await guess(email)
    sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
  })

  it('shuts out a network after two hundred failures, whomever they tried, and no other', async () => {
    const { email } = await personWithPassword(database.pools.owner)
    const there = { address: '192.0.2.7', browser: null }
    const neighbour = { address: '192.0.2.250', browser: null }
    await guess(email, there)
    await database.superuser.query(
      `insert into login_attempt (id, account_key, address_key, succeeded)
       select gen_random_uuid(), 'somebody ' || number, (select address_key from login_attempt order by at desc limit 1), false
       from generate_series(1, 199) as number`,
    )
    await expect(logIn({ email, password: PASSWORD }, neighbour)).rejects.toThrow(TOO_MANY)
    sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    await later(16)
    sessionOf(await logIn({ email, password: PASSWORD }, neighbour))
  })

  it('stops somebody who waits out each lock from one place, not the person elsewhere', async () => {
    const { email } = await personWithPassword(database.pools.owner)
    const there = { address: '198.51.100.7', browser: null }
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 10; count++) expect(await guess(email, there)).toContain(WRONG)
      await later(16)
    }
    expect(await guess(email, there)).toMatch(TOO_MANY)
    sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    await later(60)
    expect(await guess(email, there)).toContain(WRONG)
  })
})
