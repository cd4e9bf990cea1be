import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/accounts/accept-invitation'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { logIn } from '@/lib/accounts/log-in'
import { appointAdministrator } from '@/lib/operations/appoint-administrator'
import { OperatorError } from '@/lib/operations/operator-error'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, putDemoAccounts } from '@/prisma/demo/demo-accounts'
import { PASSWORD, personWithPassword, sessionOf, somewhere } from './person-with-password'

describe('the first administrator', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(() => database.drop())
  beforeEach(() => database.pools.owner.query('update organisation_role set ended_on = access.today()'))

  const appoint = (organisation = 'ZT101', email = `${crypto.randomUUID()}@example.org`) =>
    appointAdministrator(database.urls.owner, {
      email,
      givenName: 'Angela',
      familyName: 'Mbeki',
      organisation,
    })
  const rolesOf = async (email: string) => {
    const { tokenHash } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    return (await actorOfSession(tokenHash))?.organisationRoles.map(({ role }) => role)
  }

  it('is made by the operator, sets a password and administers', async () => {
    const token = await appoint('ZT101', 'angela@example.org')
    await acceptInvitation({ invitation: token ?? '', password: PASSWORD, passwordAgain: PASSWORD })
    expect(await rolesOf('angela@example.org')).toEqual(['admin'])
    const { rows } = await database.pools.auditor.query(
      `select event, actor_kind from access_log where actor_kind = 'operator' order by at`,
    )
    expect(rows).toEqual([
      { event: 'staff.role_given', actor_kind: 'operator' },
      { event: 'staff.invited', actor_kind: 'operator' },
    ])
    expect((await database.pools.auditor.query('select * from access.verify_access_log()')).rows).toEqual([])
  })

  it('may be followed by a second, whom the two then confirm others, and by no third', async () => {
    await appoint()
    await appoint()
    await expect(appoint()).rejects.toThrow(OperatorError)
    await expect(appoint()).rejects.toThrow('has 2 administrators already')
    expect(await appoint('ZT102')).not.toBeNull()
  })

  it('counts those who can log in', async () => {
    await appoint('ZT101', 'gone@example.org')
    await appoint()
    await database.pools.owner.query(`update staff set disabled_at = now() where email = 'gone@example.org'`)
    expect(await appoint()).not.toBeNull()
  })

  it('may be somebody with an account, which stays as it is', async () => {
    const { email } = await personWithPassword(database.pools.owner)
    expect(await appoint('ZT101', email)).toBeNull()
    expect(await rolesOf(email)).toEqual(['admin'])
    await expect(appoint('ZT101', email)).rejects.toThrow('administrator of ZT101 already')
  })

  it('needs an organisation that is there, and leaves nothing behind without', async () => {
    await expect(appoint('ZT999', 'nowhere@example.org')).rejects.toThrow('no organisation')
    const { rows } = await database.pools.owner.query(
      `select 1 from staff where email = 'nowhere@example.org'`,
    )
    expect(rows).toEqual([])
  })
})

describe('the demo accounts', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(() => database.drop())

  it('each log in with what they hold, and are put in once', async () => {
    await putDemoAccounts({ ownerUrl: database.urls.owner })
    await putDemoAccounts({ ownerUrl: database.urls.owner })
    for (const { email, teams, organisations } of DEMO_ACCOUNTS) {
      const { tokenHash } = sessionOf(await logIn({ email, password: DEMO_PASSWORD }, somewhere()))
      const actor = await actorOfSession(tokenHash)
      expect(
        Object.fromEntries((actor?.memberships ?? []).map((held) => [held.teamCode, held.role])),
      ).toEqual(teams)
      expect((actor?.organisationRoles ?? []).map(({ role }) => role)).toEqual(Object.values(organisations))
    }
  })
})
