import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { findInvitation } from '@/lib/accounts/accept-invitation'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { inviteStaff } from '@/lib/accounts/invite-staff'
import { logIn } from '@/lib/accounts/log-in'
import { listOwnSessions } from '@/lib/accounts/own-sessions'
import { getSecondFactorState } from '@/lib/accounts/second-factor-state'
import { parseStaffFilter } from '@/lib/accounts/staff-filter'
import { listStaff } from '@/lib/accounts/staff-list'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { getAdministeredTeam, listAdministeredTeams } from '@/lib/care-teams/queries'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { byHand } from './by-hand'
import { loggedIn, PASSWORD, personWithPassword, somewhere } from './person-with-password'

describe('secrets of accounts', () => {
  let database: TestDatabase
  let admin: Actor
  let person: { staffId: string; email: string }
  beforeAll(async () => {
    database = await freshApplication()
    person = await personWithPassword(database.pools.owner, {
      teams: { 'ZT101-BREAST': 'clinician' },
      organisations: { ZT101: 'admin' },
    })
    admin = await actorAtWork(database.pools.owner, { organisations: { ZT101: 'admin' } })
  })
  afterAll(() => database.drop())

  /** Everything stored that nobody may be shown. */
  async function canaries(): Promise<string[]> {
    await database.pools.owner.query(
      `update staff_credential set totp_secret = 'canary totp secret', recovery_code_hashes = '{canary recovery code}'`,
    )
    const { rows } = await database.superuser.query<{ secret: string }>(
      `select password_hash as secret from staff_credential union all select totp_secret from staff_credential
       union all select unnest(recovery_code_hashes) from staff_credential
       union all select token_hash from staff_session union all select token_hash from staff_invitation`,
    )
    return rows.map(({ secret }) => secret)
  }

  it('are in nothing that any query or command hands out', async () => {
    const breast = await teamId(database.pools.owner, 'ZT101-BREAST')
    const self = await loggedIn(person.email)
    const invited = await inviteStaff(admin, {
      email: 'new.person@example.org',
      givenName: 'New',
      familyName: 'Person',
      staffRole: '04',
      firstPlace: 'team',
      teamId: breast,
      role: 'support_worker',
    })
    const login = await logIn({ email: person.email, password: PASSWORD }, somewhere())
    const handedOut = [
      self,
      login,
      invited,
      await actorOfSession('not a session'),
      await listStaff(admin, parseStaffFilter({})),
      await getStaffMember(admin, person.staffId),
      await getStaffMember(admin, invited.staffId),
      await listOwnSessions(self),
      await getSecondFactorState(self),
      await findInvitation(invited.token ?? ''),
      await listAdministeredTeams(admin),
      await getAdministeredTeam(admin, breast),
      await listRolesToConfirm(admin),
    ]
    const text = JSON.stringify(handedOut)
    expect(text).toContain(person.email)
    const secrets = await canaries()
    expect(secrets.length).toBeGreaterThan(5)
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  it('are closed to the role of requests, whoever asks', async () => {
    for (const table of ['staff_credential', 'login_attempt']) {
      await expect(byHand(database, admin, `select * from ${table}`)).rejects.toThrow('permission denied')
    }
    await expect(byHand(database, admin, 'select token_hash from staff_session')).rejects.toThrow(
      'permission denied',
    )
    await expect(byHand(database, admin, 'update staff_session set last_seen_at = now()')).rejects.toThrow(
      'permission denied',
    )
    await expect(
      byHand(
        database,
        admin,
        `insert into staff_session (id, token_hash, staff_id, expires_at)
        values (gen_random_uuid(), 'x', $1, now() + interval '1 hour')`,
        [person.staffId],
      ),
    ).rejects.toThrow('permission denied')
    await expect(byHand(database, admin, 'update staff_invitation set used_at = null')).rejects.toThrow(
      'permission denied',
    )
  })

  it('are all that the role of logging in may see: no patient, no task, no plan', async () => {
    for (const table of ['patient', 'task', 'care_plan', 'diagnosis', 'access_log']) {
      await expect(database.pools.app_auth.query(`select 1 from ${table}`)).rejects.toThrow(
        'permission denied',
      )
    }
  })
})
