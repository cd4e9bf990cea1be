import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { endTeam } from '@/lib/care-teams/end-team'
import { giveTeam } from '@/lib/care-teams/give-team'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { actorAtWork, employ, openSession, teamId } from '@/tests/factories/people-who-work'
import { byHand } from '@/tests/integration/accounts/by-hand'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const GIVE = `insert into team_member (id, staff_id, team_id, role, started_on, given_by_id)
  values (gen_random_uuid(), $1, $2, $3, access.today(), $4)`

describe('teams, given and ended', () => {
  let database: TestDatabase
  let admin: Actor
  let breast: string
  let urology: string
  let westbourne: string
  let practice: string
  beforeAll(async () => {
    database = await freshApplication()
    admin = await actorAtWork(database.pools.owner, { organisations: { ZT101: 'admin' } })
    breast = await teamId(database.pools.owner, 'ZT101-BREAST')
    urology = await teamId(database.pools.owner, 'ZT101-UROLOGY')
    westbourne = await teamId(database.pools.owner, 'ZT102-BREAST')
    practice = await teamId(database.pools.owner, 'Z90001')
  })
  afterAll(() => database.drop())

  let staffId: string
  let tokenHash: string
  let stranger: string
  beforeEach(async () => {
    staffId = await employ(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    stranger = await employ(database.pools.owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    tokenHash = (await openSession(database.pools.owner, staffId)).tokenHash
  })

  const teamsNow = async () =>
    ((await actorOfSession(tokenHash))?.memberships ?? []).map(({ teamCode, role }) => `${teamCode} ${role}`)
  const membershipId = async () => (await getStaffMember(admin, staffId)).teams[0]?.membershipId ?? ''

  it('count from the next request, and are in the access log', async () => {
    await giveTeam(admin, { staffId, teamId: urology, role: 'support_worker' })
    expect(await teamsNow()).toEqual(['ZT101-BREAST clinician', 'ZT101-UROLOGY support_worker'])
    const { rows } = await database.pools.auditor.query(
      `select staff_id, detail from access_log where entity_id = $1 and event = 'staff.team_given'`,
      [staffId],
    )
    expect(rows).toEqual([{ staff_id: admin.staffId, detail: { teamId: urology, role: 'support_worker' } }])
  })

  it('end at the next request, once, and are given anew afterwards', async () => {
    const ending = { staffId, membershipId: await membershipId() }
    await endTeam(admin, ending)
    expect(await teamsNow()).toEqual([])
    await expect(endTeam(admin, ending)).rejects.toThrow(NotFound)
    await giveTeam(admin, { staffId, teamId: breast, role: 'support_worker' })
    expect(await teamsNow()).toEqual(['ZT101-BREAST support_worker'])
  })

  it('are held once at a time, also when two administrators give them together', async () => {
    await expect(giveTeam(admin, { staffId, teamId: breast, role: 'support_worker' })).rejects.toThrow(
      RuleBroken,
    )
    const given = await Promise.allSettled(
      [1, 2, 3].map(() => giveTeam(admin, { staffId, teamId: urology, role: 'clinician' })),
    )
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await teamsNow()).toHaveLength(2)
  })

  it('are given to nobody by themselves, in either layer', async () => {
    const self = { staffId: admin.staffId, teamId: breast, role: 'clinician' as const }
    await expect(giveTeam(admin, self)).rejects.toThrow(NotAllowed)
    const values = [admin.staffId, breast, 'clinician', admin.staffId]
    await expect(byHand(database, admin, GIVE, values)).rejects.toThrow('row-level security')
  })

  it('that ended are not opened again, not even one’s own', async () => {
    await endTeam(admin, { staffId, membershipId: await membershipId() })
    await database.pools.owner.query(
      `insert into team_member (id, staff_id, team_id, role, started_on, ended_on)
       values (gen_random_uuid(), $1, $2, 'clinician', '2020-01-01', '2021-01-01')`,
      [admin.staffId, breast],
    )
    for (const who of [staffId, admin.staffId]) {
      const reopened = await byHand(
        database,
        admin,
        'update team_member set ended_on = null where staff_id = $1',
        [who],
      )
      expect(reopened.rowCount).toBe(0)
    }
    await giveTeam(admin, { staffId, teamId: urology, role: 'clinician' })
    for (const day of ['null', "'2099-01-01'"]) {
      const update = `update team_member set ended_on = ${day} where staff_id = $1 and team_id = $2`
      await expect(byHand(database, admin, update, [staffId, urology])).rejects.toThrow('row-level security')
    }
  })

  it('are those of the administrator’s organisation alone, in either layer', async () => {
    const elsewhere = { staffId, teamId: westbourne, role: 'clinician' as const }
    await expect(giveTeam(admin, elsewhere)).rejects.toThrow(NotFound)
    await expect(giveTeam(admin, { staffId: stranger, teamId: breast, role: 'clinician' })).rejects.toThrow(
      NotFound,
    )
    for (const [who, team] of [
      [staffId, westbourne],
      [stranger, breast],
    ]) {
      await expect(byHand(database, admin, GIVE, [who, team, 'clinician', admin.staffId])).rejects.toThrow(
        'row-level',
      )
    }
    const { rows } = await database.pools.owner.query<{ id: string }>(
      'select id from team_member where staff_id = $1',
      [stranger],
    )
    const theirs = { staffId: stranger, membershipId: rows[0]?.id ?? '' }
    await expect(endTeam(admin, theirs)).rejects.toThrow(NotFound)
    await expect(endTeam(admin, { ...theirs, staffId })).rejects.toThrow(NotFound)
    const ended = await byHand(
      database,
      admin,
      'update team_member set ended_on = access.today() where staff_id = $1',
      [stranger],
    )
    expect(ended.rowCount).toBe(0)
  })

  it('have the roles of their kind, in either layer', async () => {
    await expect(giveTeam(admin, { staffId, teamId: urology, role: 'gp' })).rejects.toThrow('Nobody is a GP')
    await expect(byHand(database, admin, GIVE, [staffId, urology, 'gp', admin.staffId])).rejects.toThrow(
      'row-level',
    )
    const surgery = await actorAtWork(database.pools.owner, { organisations: { Z90001: 'admin' } })
    const nurse = await employ(database.pools.owner, { organisations: { Z90001: 'programme_lead' } })
    await expect(giveTeam(surgery, { staffId: nurse, teamId: practice, role: 'clinician' })).rejects.toThrow(
      RuleBroken,
    )
    await giveTeam(surgery, { staffId: nurse, teamId: practice, role: 'gp' })
  })

  it('are for administrators to give and end, in either layer', async () => {
    const membership = await membershipId()
    const others = [
      await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } }),
      await actorAtWork(database.pools.owner, { organisations: { ZT101: 'programme_lead' } }),
      await actorAtWork(database.pools.owner, { organisations: { ZT102: 'admin' } }),
    ]
    for (const other of others) {
      await expect(giveTeam(other, { staffId, teamId: urology, role: 'clinician' })).rejects.toThrow(
        /role_may_not|^$/,
      )
      await expect(endTeam(other, { staffId, membershipId: membership })).rejects.toThrow(/role_may_not|^$/)
      const values = [staffId, urology, 'clinician', other.staffId]
      await expect(byHand(database, other, GIVE, values)).rejects.toThrow('row-level security')
      const update = 'update team_member set ended_on = access.today() where id = $1'
      expect((await byHand(database, other, update, [membership])).rowCount).toBe(0)
    }
  })
})
