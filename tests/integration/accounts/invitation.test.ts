import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { acceptInvitation, findInvitation } from '@/lib/accounts/accept-invitation'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { inviteAgain, INVITATION_DAYS, inviteStaff } from '@/lib/accounts/invite-staff'
import { logIn } from '@/lib/accounts/log-in'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { confirmRole } from '@/lib/care-teams/confirm-role'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { OrganisationRoleKind } from '@/lib/platform/prisma-client/enums'
import { actorAtWork, openSession, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { byHand } from './by-hand'
import { PASSWORD, personWithPassword, sessionOf, somewhere } from './person-with-password'

const NOT_GOOD = 'cannot be used any more'

const INVITE = `insert into staff_invitation (id, staff_id, token_hash, created_by_id, expires_at)
  values (gen_random_uuid(), $1, gen_random_uuid()::text, $2, now() + interval '1 day')`

describe('an invitation', () => {
  let database: TestDatabase
  let admin: Actor
  let breast: string
  beforeAll(async () => {
    database = await freshApplication()
    admin = await actorAtWork(database.pools.owner, { organisations: { ZT101: 'admin' } })
    breast = await teamId(database.pools.owner, 'ZT101-BREAST')
  })
  afterAll(() => database.drop())

  const particulars = () => ({
    email: `${crypto.randomUUID()}@example.org`,
    givenName: 'Sanjay',
    familyName: 'O’Brien',
    staffRole: '04' as const,
    firstPlace: 'team' as const,
    teamId: breast,
    role: 'support_worker' as const,
  })

  async function invite(input: Parameters<typeof inviteStaff>[1] = particulars()) {
    const { staffId, token } = await inviteStaff(admin, input)
    if (!token) throw new Error('no link was made')
    return { staffId, token, email: input.email }
  }
  const accept = (token: string, password = PASSWORD) =>
    acceptInvitation({ invitation: token, password, passwordAgain: password })

  it('gives an account with its first team, which works once the password is set', async () => {
    const { staffId, token, email } = await invite()
    await expect(logIn({ email, password: PASSWORD }, somewhere())).rejects.toThrow('not right')
    expect(await findInvitation(token)).toMatchObject({ email, givenName: 'Sanjay', familyName: 'O’Brien' })
    await accept(token)
    const { tokenHash } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
    expect(await actorOfSession(tokenHash)).toMatchObject({
      staffId,
      memberships: [{ teamCode: 'ZT101-BREAST', role: 'support_worker' }],
    })
    const { rows } = await database.pools.auditor.query(
      'select event from access_log where entity_id = $1 order by at',
      [staffId],
    )
    expect(rows.map(({ event }) => event)).toEqual([
      'staff.invited',
      'account.log_in_failed',
      'account.password_set',
      'account.logged_in',
    ])
  })

  it('is consumed by setting the password and by nothing else, once, also at the same time', async () => {
    const { token, staffId } = await invite()
    for (let scanner = 0; scanner < 20; scanner++) expect(await findInvitation(token)).not.toBeNull()
    const passwords = Array.from({ length: 20 }, (_, number) => `kettle marigold ${number}`)
    const results = await Promise.allSettled(passwords.map((password) => accept(token, password)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await findInvitation(token)).toBeNull()
    await expect(accept(token)).rejects.toThrow(NOT_GOOD)
    const { rows } = await database.pools.auditor.query(
      `select 1 from access_log where staff_id = $1 and event = 'account.password_set'`,
      [staffId],
    )
    expect(rows).toHaveLength(1)
  })

  it('is stored as a hash alone', async () => {
    const { token } = await invite()
    for (const table of ['staff_invitation', 'submission', 'access_log']) {
      const { rows } = await database.superuser.query(`select * from ${table}`)
      expect(
        JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
      ).not.toContain(token)
    }
  })

  it('runs out after seven days', async () => {
    const { token, staffId } = await invite()
    const move = (minutes: number) =>
      database.superuser.query(
        `update staff_invitation set created_at = created_at - make_interval(mins => $1),
           expires_at = expires_at - make_interval(mins => $1) where staff_id = $2`,
        [minutes, staffId],
      )
    await move(INVITATION_DAYS * 24 * 60 - 5)
    expect(await findInvitation(token)).not.toBeNull()
    await move(10)
    expect(await findInvitation(token)).toBeNull()
    await expect(accept(token)).rejects.toThrow(NOT_GOOD)
  })

  it('says the same of a link that was used, ran out, or never was', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), '\0', '💙']) {
      expect(await findInvitation(token)).toBeNull()
      await expect(accept(token)).rejects.toThrow(NOT_GOOD)
    }
  })

  it('is refused a password that is theirs or everybody’s, and stays good', async () => {
    const { token } = await invite()
    await expect(accept(token, 'Password2026!')).rejects.toThrow('harder to guess')
    await expect(accept(token, 'SanjayO’Brien1')).rejects.toThrow('your name')
    await accept(token)
  })

  it('never touches an account that is there already', async () => {
    const there = await personWithPassword(database.pools.owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    await expect(invite({ ...particulars(), email: there.email })).rejects.toThrow('has an account already')
    sessionOf(await logIn({ email: there.email, password: PASSWORD }, somewhere()))
  })

  it('is given only to a team of the administrator’s organisation, in a role that fits', async () => {
    const westbourne = await teamId(database.pools.owner, 'ZT102-BREAST')
    await expect(invite({ ...particulars(), teamId: westbourne })).rejects.toThrow(NotFound)
    const gp = { ...particulars(), role: 'gp' as const }
    await expect(inviteStaff(admin, gp)).rejects.toThrow('Nobody is a GP')
    const { rows } = await database.pools.owner.query('select 1 from staff where email = $1', [gp.email])
    expect(rows).toEqual([])
  })

  describe('with a role in the organisation alone', () => {
    const withRole = async (organisationRole: OrganisationRoleKind, odsCode = 'ZT101') => {
      const { email, givenName, familyName, staffRole } = particulars()
      const organisationId = await organisationIdOf(database, odsCode)
      const firstPlace = 'organisation' as const
      return { email, givenName, familyName, staffRole, firstPlace, organisationId, organisationRole }
    }
    const workOf = async (email: string) => {
      const { tokenHash } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
      return actorOfSession(tokenHash)
    }

    it('makes a programme lead at once, who works in no team', async () => {
      const { token, email, staffId } = await invite(await withRole('programme_lead'))
      await accept(token)
      expect(await workOf(email)).toMatchObject({
        memberships: [],
        organisationRoles: [{ role: 'programme_lead' }],
      })
      const { rows } = await database.pools.auditor.query(
        `select detail from access_log where entity_id = $1 and event = 'staff.role_given'`,
        [staffId],
      )
      expect(rows).toMatchObject([{ detail: { role: 'programme_lead', waits: false } }])
    })

    it.each(['admin', 'privacy_officer'] as const)('makes no %s before another confirms', async (role) => {
      const { token, email, staffId } = await invite(await withRole(role))
      await accept(token)
      expect(await workOf(email)).toMatchObject({ memberships: [], organisationRoles: [] })
      const { roles } = await getStaffMember(admin, staffId)
      expect(roles).toMatchObject([{ role, isWaiting: true, isForActor: false }])
      const second = await actorAtWork(database.pools.owner, { organisations: { ZT101: 'admin' } })
      await confirmRole(second, { staffId, roleId: roles[0]?.roleId ?? '' })
      expect(await workOf(email)).toMatchObject({ memberships: [], organisationRoles: [{ role }] })
    })

    it('is not for another organisation, and leaves no account there', async () => {
      const input = await withRole('programme_lead', 'ZT102')
      await expect(invite(input)).rejects.toThrow(NotFound)
      const { rows } = await database.pools.owner.query('select 1 from staff where email = $1', [input.email])
      expect(rows).toEqual([])
    })
  })

  it('is not for a clinician to give', async () => {
    const clinician = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    await expect(inviteStaff(clinician, particulars())).rejects.toThrow(NotAllowed)
  })

  it('answers a repeat of the same form with the same account, without a second link', async () => {
    const input = particulars()
    const repeating = { ...admin, submission: { id: crypto.randomUUID(), action: 'staff.invite' } }
    const first = await inviteStaff(repeating, input)
    const again = await inviteStaff(repeating, input)
    expect(again.staffId).toBe(first.staffId)
    expect(again.token).toBeNull()
    await accept(first.token ?? '')
  })

  describe('given again', () => {
    it('closes the account until it is accepted: password, sessions and older links', async () => {
      const { staffId, token: first, email } = await invite()
      await accept(first)
      const { tokenHash } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
      const second = await inviteAgain(admin, { staffId })
      expect(await actorOfSession(tokenHash)).toBeNull()
      await expect(logIn({ email, password: PASSWORD }, somewhere())).rejects.toThrow('not right')
      const third = await inviteAgain(admin, { staffId })
      expect(await findInvitation(second.token ?? '')).toBeNull()
      expect(await getStaffMember(admin, staffId)).toMatchObject({ state: 'invited' })
      await accept(third.token ?? '', 'seven quite new words')
      expect(await getStaffMember(admin, staffId)).toMatchObject({ state: 'active', invitationEndsAt: null })
      await expect(logIn({ email, password: PASSWORD }, somewhere())).rejects.toThrow('not right')
      sessionOf(await logIn({ email, password: 'seven quite new words' }, somewhere()))
    })

    it('is refused for oneself, for strangers, and for somebody who works elsewhere too', async () => {
      await expect(inviteAgain(admin, { staffId: admin.staffId })).rejects.toThrow(NotAllowed)
      const stranger = await personWithPassword(database.pools.owner, {
        teams: { 'ZT102-BREAST': 'clinician' },
      })
      await expect(inviteAgain(admin, stranger)).rejects.toThrow(NotFound)
      const both = await personWithPassword(database.pools.owner, {
        teams: { 'ZT101-BREAST': 'clinician', 'ZT102-BREAST': 'clinician' },
      })
      await expect(inviteAgain(admin, both)).rejects.toThrow(NotAllowed)
      sessionOf(await logIn({ email: both.email, password: PASSWORD }, somewhere()))
    })

    it('is refused by the database too', async () => {
      const both = await personWithPassword(database.pools.owner, {
        teams: { 'ZT101-BREAST': 'clinician', 'ZT102-BREAST': 'clinician' },
      })
      await openSession(database.pools.owner, both.staffId)
      const stranger = await personWithPassword(database.pools.owner, {
        teams: { 'ZT102-BREAST': 'clinician' },
      })
      for (const { staffId } of [both, stranger]) {
        const ended = await byHand(
          database,
          admin,
          'update staff_session set ended_at = now() where staff_id = $1',
          [staffId],
        )
        expect(ended.rowCount).toBe(0)
        await expect(byHand(database, admin, INVITE, [staffId, admin.staffId])).rejects.toThrow(
          'row-level security',
        )
      }
      await expect(byHand(database, admin, INVITE, [admin.staffId, admin.staffId])).rejects.toThrow(
        'row-level security',
      )
      const own = await personWithPassword(database.pools.owner)
      await expect(byHand(database, admin, INVITE, [own.staffId, own.staffId])).rejects.toThrow(
        'row-level security',
      )
      expect(await byHand(database, admin, INVITE, [own.staffId, admin.staffId])).toMatchObject({
        rowCount: 1,
      })
    })
  })
})

async function organisationIdOf(database: TestDatabase, odsCode: string): Promise<string> {
  const { rows } = await database.pools.owner.query<{ id: string }>(
    'select id from organisation where ods_code = $1',
    [odsCode],
  )
  return rows[0]?.id ?? ''
}
