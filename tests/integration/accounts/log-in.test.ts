import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hash } from '@node-rs/argon2'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { DEMO_EMAIL_DOMAIN, hasDemoData } from '@/lib/accounts/demo-accounts'
import { logIn } from '@/lib/accounts/log-in'
import { logOut } from '@/lib/accounts/log-out'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { PASSWORD, personWithPassword, sessionOf, somewhere } from './person-with-password'

const WRONG = 'The email address or password is not right'

describe('logging in', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(() => database.drop())

  const owner = () => database.pools.owner
  const audit = async (staffId: string | null) => {
    const { rows } = await database.pools.auditor.query<{
      event: string
      detail: object
      actor_kind: string
    }>(
      'select event, detail, actor_kind from access_log where staff_id is not distinct from $1 order by at',
      [staffId],
    )
    return rows
  }

  it('opens a session for the right password, and says so in the access log', async () => {
    const { email, staffId } = await personWithPassword(owner())
    const { tokenHash, token } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    await expect(actorOfSession(tokenHash)).resolves.toMatchObject({ staffId })
    expect(await audit(staffId)).toEqual([
      { event: 'account.logged_in', detail: { secondFactor: 'none' }, actor_kind: 'log-in' },
    ])
    const { rows } = await owner().query('select * from staff_session where staff_id = $1', [staffId])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ token_hash: tokenHash, browser: 'Firefox on Windows' })
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('gives a new token each time, and ends the session that the browser had', async () => {
    const { email } = await personWithPassword(owner())
    const first = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    const second = sessionOf(await logIn({ email, password: PASSWORD }, somewhere(), first.tokenHash))
    expect(second.token).not.toBe(first.token)
    expect(await actorOfSession(first.tokenHash)).toBeNull()
    expect(await actorOfSession(second.tokenHash)).not.toBeNull()
  })

  it('says the same of an unknown address, a wrong password, no password yet and a disabled account', async () => {
    const right = await personWithPassword(owner())
    const disabled = await personWithPassword(owner())
    await owner().query('update staff set disabled_at = now() where id = $1', [disabled.staffId])
    const unset = await personWithPassword(owner())
    await owner().query('delete from staff_credential where staff_id = $1', [unset.staffId])
    const attempts = [
      { email: 'nobody@example.org', password: PASSWORD },
      { email: right.email, password: `${PASSWORD}!` },
      { email: unset.email, password: PASSWORD },
      { email: disabled.email, password: PASSWORD },
    ]
    for (const attempt of attempts) {
      await expect(logIn(attempt, somewhere())).rejects.toThrow(new RegExp(`^${WRONG}$`))
    }
    expect((await audit(disabled.staffId))[0]?.detail).toEqual({ reason: 'disabled' })
    expect((await audit(right.staffId))[0]?.detail).toEqual({ reason: 'password' })
    expect((await audit(null)).map(({ detail }) => detail)).toContainEqual({ reason: 'unknown' })
  })

  it('makes the hash anew when its cost is not today’s', async () => {
    const { email, staffId } = await personWithPassword(owner())
    const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    await owner().query('update staff_credential set password_hash = $2 where staff_id = $1', [
      staffId,
      cheap,
    ])
    await logIn({ email, password: PASSWORD }, somewhere())
    const { rows } = await owner().query('select password_hash from staff_credential where staff_id = $1', [
      staffId,
    ])
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
  })

  it('ends a session for good on logging out, once', async () => {
    const { email, staffId } = await personWithPassword(owner())
    const { tokenHash } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    await logOut(tokenHash)
    await logOut(tokenHash)
    expect(await actorOfSession(tokenHash)).toBeNull()
    expect((await audit(staffId)).map(({ event }) => event)).toEqual([
      'account.logged_in',
      'account.logged_out',
    ])
  })

  it('keeps neither the password nor the address as typed', async () => {
    const typed = 'my secret typed in the wrong field'
    await expect(logIn({ email: typed, password: typed }, somewhere())).rejects.toThrow(WRONG)
    for (const table of ['login_attempt', 'access_log']) {
      const { rows } = await database.superuser.query(`select * from ${table}`)
      expect(JSON.stringify(rows)).not.toContain(typed)
    }
  })

  it('knows demo data, and refuses its accounts in live mode', async () => {
    expect(await hasDemoData(database.pools.app_auth)).toBe(false)
    const { email } = await personWithPassword(owner(), { email: `beryl@${DEMO_EMAIL_DOMAIN}` })
    expect(await hasDemoData(database.pools.app_auth)).toBe(true)
    expect(await hasDemoData(database.pools.owner)).toBe(true)
    sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    process.env.ALONGSIDE_MODE = 'live'
    try {
      await expect(logIn({ email, password: PASSWORD }, somewhere())).rejects.toThrow(WRONG)
    } finally {
      delete process.env.ALONGSIDE_MODE
    }
  })
})
