import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { changePassword } from '@/lib/accounts/change-password'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { DEMO_EMAIL_DOMAIN } from '@/lib/accounts/demo-accounts'
import { endOtherSessions, endSession } from '@/lib/accounts/end-sessions'
import { logIn } from '@/lib/accounts/log-in'
import { listOwnSessions } from '@/lib/accounts/own-sessions'
import { ABSOLUTE_HOURS, IDLE_MINUTES, TOUCH_MINUTES } from '@/lib/accounts/session-limits'
import { NotFound } from '@/lib/platform/errors'
import { openSession } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { loggedIn, PASSWORD, personWithPassword, sessionOf, somewhere } from './person-with-password'

describe('sessions', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(() => database.drop())

  let person: { staffId: string; email: string }
  let session: { token: string; tokenHash: string; sessionId: string }
  beforeEach(async () => {
    person = await personWithPassword(database.pools.owner)
    session = sessionOf(await logIn({ email: person.email, password: PASSWORD }, somewhere()))
  })

  const live = async (tokenHash = session.tokenHash) => (await actorOfSession(tokenHash)) !== null
  const move = (column: 'last_seen_at' | 'expires_at', minutes: number) =>
    database.superuser.query(
      `update staff_session set ${column} = now() + make_interval(mins => $1) where id = $2`,
      [minutes, session.sessionId],
    )

  it('end after 20 minutes without use, and each use lets them go on', async () => {
    await move('last_seen_at', -(IDLE_MINUTES - 1))
    expect(await live()).toBe(true)
    const { rows } = await database.superuser.query(
      `select last_seen_at > now() - interval '1 minute' as touched from staff_session where id = $1`,
      [session.sessionId],
    )
    expect(rows[0].touched).toBe(true)
    await move('last_seen_at', -IDLE_MINUTES)
    expect(await live()).toBe(false)
    expect(await live()).toBe(false)
  })

  it('end after 12 hours, however active', async () => {
    const { rows } = await database.superuser.query(
      'select extract(epoch from expires_at - created_at)::int as seconds from staff_session where id = $1',
      [session.sessionId],
    )
    expect(rows[0].seconds).toBe(ABSOLUTE_HOURS * 3600)
    await move('expires_at', 1)
    expect(await live()).toBe(true)
    await move('expires_at', 0)
    expect(await live()).toBe(false)
  })

  it('have the same limits here and in the database', async () => {
    const { rows } = await database.superuser.query(
      `select extract(epoch from access.idle_limit())::int / 60 as idle,
         pg_get_functiondef('access.begin_request(text)'::regprocedure) as source`,
    )
    expect(rows[0].idle).toBe(IDLE_MINUTES)
    expect(rows[0].source).toContain(`now() - interval '${TOUCH_MINUTES} minute'`)
  })

  it('end at the next request when the account is disabled, and with them every door', async () => {
    const actor = (await actorOfSession(session.tokenHash)) as Actor
    await database.pools.owner.query('update staff set disabled_at = now() where id = $1', [person.staffId])
    expect(await live()).toBe(false)
    expect(await asActor(actor, (tx) => tx.staff.count())).toBe(0)
  })

  it('lose a team and a role at the next request', async () => {
    await database.pools.owner.query(
      `insert into organisation_role (id, staff_id, organisation_id, role, started_on)
       select gen_random_uuid(), $1, id, 'programme_lead', '2020-01-01' from organisation where ods_code = 'ZT101'`,
      [person.staffId],
    )
    expect(await actorOfSession(session.tokenHash)).toMatchObject({
      memberships: [{ teamCode: 'ZT101-BREAST' }],
      organisationRoles: [{ role: 'programme_lead' }],
    })
    await database.pools.owner.query('update team_member set ended_on = access.today() where staff_id = $1', [
      person.staffId,
    ])
    await database.pools.owner.query(
      'update organisation_role set ended_on = access.today() where staff_id = $1',
      [person.staffId],
    )
    expect(await actorOfSession(session.tokenHash)).toMatchObject({ memberships: [], organisationRoles: [] })
  })

  it('are listed to their owner: the live ones, this one first', async () => {
    const actor = (await actorOfSession(session.tokenHash)) as Actor
    const other = await openSession(database.pools.owner, person.staffId)
    const ended = await openSession(database.pools.owner, person.staffId)
    await database.pools.owner.query('update staff_session set ended_at = now() where token_hash = $1', [
      ended.tokenHash,
    ])
    await personWithPassword(database.pools.owner)
    const listed = await listOwnSessions(actor)
    expect(listed.map(({ isThisOne }) => isThisOne)).toEqual([true, false])
    expect(JSON.stringify(listed)).not.toContain(other.tokenHash)
  })

  it('are ended by their owner one by one, or all the others at once', async () => {
    const actor = (await actorOfSession(session.tokenHash)) as Actor
    const [one, two] = [
      await openSession(database.pools.owner, person.staffId),
      await openSession(database.pools.owner, person.staffId),
    ]
    const others = (await listOwnSessions(actor)).filter(({ isThisOne }) => !isThisOne)
    await endSession(actor, { sessionId: others[0]?.id ?? '' })
    expect([await live(one.tokenHash), await live(two.tokenHash)].filter(Boolean)).toHaveLength(1)
    expect(await endOtherSessions(actor)).toBe(1)
    expect([await live(one.tokenHash), await live(two.tokenHash), await live()]).toEqual([false, false, true])
  })

  it('of somebody else cannot be ended, nor told from ones that are not there', async () => {
    const actor = (await actorOfSession(session.tokenHash)) as Actor
    const stranger = await loggedIn((await personWithPassword(database.pools.owner)).email)
    for (const sessionId of [stranger.sessionId, crypto.randomUUID(), 'x', actor.sessionId]) {
      await expect(endSession(actor, { sessionId })).rejects.toThrow(NotFound)
    }
    const byHand = asActor(actor, (tx) => tx.staffSession.updateMany({ data: { endedAt: new Date(0) } }))
    expect((await byHand).count).toBe(1)
    expect(await asActor(stranger, (tx) => tx.staff.count())).toBeGreaterThan(0)
  })

  it('other than this one end when the password is changed', async () => {
    const actor = (await actorOfSession(session.tokenHash)) as Actor
    const other = await openSession(database.pools.owner, person.staffId)
    const change = (currentPassword: string, password: string) =>
      changePassword(actor, { currentPassword, password, passwordAgain: password }, somewhere())
    await expect(change('not this one at all', 'seven new words')).rejects.toThrow(
      'not the password you have now',
    )
    await expect(change(PASSWORD, 'Password2026!')).rejects.toThrow('harder to guess')
    expect(await live(other.tokenHash)).toBe(true)
    await change(PASSWORD, 'seven quite new words')
    expect([await live(), await live(other.tokenHash)]).toEqual([true, false])
    await expect(logIn({ email: person.email, password: PASSWORD }, somewhere())).rejects.toThrow('not right')
    sessionOf(await logIn({ email: person.email, password: 'seven quite new words' }, somewhere()))
  })

  it('of a demo account cannot take the account from everybody else', async () => {
    const demo = await personWithPassword(database.pools.owner, {
      email: `x@${DEMO_EMAIL_DOMAIN}`,
      teams: { Z90001: 'gp' },
    })
    const actor = await loggedIn(demo.email)
    const input = { currentPassword: PASSWORD, password: 'seven new words', passwordAgain: 'seven new words' }
    await expect(changePassword(actor, input, somewhere())).rejects.toThrow(
      'Demo accounts keep their password',
    )
  })
})
