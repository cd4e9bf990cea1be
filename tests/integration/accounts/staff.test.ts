import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { changeStaff } from '@/lib/accounts/change-staff'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { disableStaff } from '@/lib/accounts/disable-staff'
import { enableStaff } from '@/lib/accounts/enable-staff'
import { logIn } from '@/lib/accounts/log-in'
import { parseStaffFilter } from '@/lib/accounts/staff-filter'
import { listStaff } from '@/lib/accounts/staff-list'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { actorAtWork, employ, openSession, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { byHand } from './by-hand'
import { PASSWORD, personWithPassword, somewhere } from './person-with-password'

describe('staff, as an administrator sees and changes them', () => {
  let database: TestDatabase
  let admin: Actor
  beforeAll(async () => {
    database = await freshApplication()
    admin = await actorAtWork(database.pools.owner, {
      givenName: 'Angela',
      familyName: 'Mbeki',
      organisations: { ZT101: 'admin' },
    })
  })
  afterAll(() => database.drop())

  const owner = () => database.pools.owner
  let person: { staffId: string; email: string }
  let stranger: { staffId: string; email: string }
  let both: { staffId: string; email: string }
  beforeEach(async () => {
    person = await personWithPassword(owner())
    stranger = await personWithPassword(owner(), { teams: { 'ZT102-BREAST': 'clinician' } })
    both = await personWithPassword(owner(), { teams: { 'ZT101-BREAST': 'clinician', Z90001: 'gp' } })
  })
  const change = (staffId: string, version = 1) => ({
    staffId,
    version,
    givenName: 'Siân',
    familyName: 'Llywelyn',
    staffRole: '01' as const,
  })

  it('were last changed by the service where nobody did', async () => {
    expect(await getStaffMember(admin, person.staffId)).toMatchObject({ updatedBy: 'the service' })
  })

  it('are changed, and the access log says which fields', async () => {
    await changeStaff(admin, change(person.staffId))
    expect(await getStaffMember(admin, person.staffId)).toMatchObject({
      givenName: 'Siân',
      familyName: 'Llywelyn',
      version: 2,
      updatedBy: 'Angela Mbeki',
    })
    const { rows } = await database.pools.auditor.query(
      `select detail from access_log where entity_id = $1 and event = 'staff.changed'`,
      [person.staffId],
    )
    expect(rows).toEqual([{ detail: { fields: ['given_name', 'family_name'] } }])
  })

  it('are not overwritten by somebody who saw an older version: both values are told', async () => {
    await changeStaff(admin, change(person.staffId))
    const late = changeStaff(admin, { ...change(person.staffId), familyName: 'Evans' })
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({
      changedBy: 'Angela Mbeki',
      currentVersion: 2,
      differences: [{ label: 'Family name', theirs: 'Llywelyn', yours: 'Evans' }],
    })
    await expect(disableStaff(admin, { staffId: person.staffId, version: 1 })).rejects.toThrow(Stale)
    expect(await getStaffMember(admin, person.staffId)).toMatchObject({
      familyName: 'Llywelyn',
      state: 'active',
    })
  })

  it('of other organisations are not found, and of several are changed by neither', async () => {
    for (const staffId of [stranger.staffId, crypto.randomUUID(), 'x']) {
      await expect(getStaffMember(admin, staffId)).rejects.toThrow(NotFound)
      await expect(changeStaff(admin, change(staffId))).rejects.toThrow(NotFound)
      await expect(disableStaff(admin, { staffId, version: 1 })).rejects.toThrow(NotFound)
    }
    expect(await getStaffMember(admin, both.staffId)).toMatchObject({ isAdministeredAlone: false })
    await expect(changeStaff(admin, change(both.staffId))).rejects.toThrow(NotAllowed)
    await expect(disableStaff(admin, { staffId: both.staffId, version: 1 })).rejects.toThrow(NotAllowed)
  })

  it('are changed by the database’s leave only, too', async () => {
    const disable = 'update staff set disabled_at = now() where id = $1'
    const count = async (staffId: string) => (await byHand(database, admin, disable, [staffId])).rowCount
    expect([await count(person.staffId), await count(stranger.staffId), await count(both.staffId)]).toEqual([
      1, 0, 0,
    ])
    await expect(count(admin.staffId)).rejects.toThrow('row-level security')
    const clinician = await actorAtWork(owner(), { teams: { 'ZT101-BREAST': 'clinician' } })
    expect((await byHand(database, clinician, disable, [person.staffId])).rowCount).toBe(0)
    for (const column of ['email', 'id']) {
      const update = `update staff set ${column} = ${column} where id = $1`
      await expect(byHand(database, admin, update, [person.staffId])).rejects.toThrow('permission denied')
    }
  })

  it('belong to nobody’s former organisation alone once they work elsewhere', async () => {
    await owner().query(
      `update team_member set ended_on = access.today() from team where team.id = team_id and staff_id = $1 and team.code = 'ZT101-BREAST'`,
      [both.staffId],
    )
    await expect(disableStaff(admin, { staffId: both.staffId, version: 1 })).rejects.toThrow(NotAllowed)
  })

  it('are disabled and logged out at once, and enabled again with the password they had', async () => {
    const { tokenHash } = await openSession(owner(), person.staffId)
    await disableStaff(admin, { staffId: person.staffId, version: 1 })
    expect(await actorOfSession(tokenHash)).toBeNull()
    const { rows } = await owner().query('select ended_reason from staff_session where staff_id = $1', [
      person.staffId,
    ])
    expect(rows).toEqual([{ ended_reason: 'account disabled' }])
    const tryIn = () => logIn({ email: person.email, password: PASSWORD }, somewhere())
    await expect(tryIn()).rejects.toThrow('not right')
    await expect(disableStaff(admin, { staffId: person.staffId, version: 2 })).rejects.toThrow(
      'disabled already',
    )
    await enableStaff(admin, { staffId: person.staffId, version: 2 })
    expect(await actorOfSession(tokenHash)).toBeNull()
    expect(await tryIn()).toMatchObject({ kind: 'session' })
    await expect(enableStaff(admin, { staffId: person.staffId, version: 3 })).rejects.toThrow('not disabled')
  })

  it('do not disable themselves', async () => {
    await expect(disableStaff(admin, { staffId: admin.staffId, version: 1 })).rejects.toThrow(NotAllowed)
  })

  it('are not for a clinician, a programme lead or a privacy officer to see or change', async () => {
    const others = [
      await actorAtWork(owner(), { teams: { 'ZT101-BREAST': 'clinician' } }),
      await actorAtWork(owner(), { organisations: { ZT101: 'programme_lead' } }),
      await actorAtWork(owner(), { organisations: { ZT101: 'privacy_officer' } }),
    ]
    for (const other of others) {
      await expect(listStaff(other, parseStaffFilter({}))).rejects.toThrow(NotAllowed)
      await expect(getStaffMember(other, person.staffId)).rejects.toThrow(NotAllowed)
      await expect(changeStaff(other, change(person.staffId))).rejects.toThrow(NotAllowed)
      await expect(enableStaff(other, { staffId: person.staffId, version: 1 })).rejects.toThrow(NotAllowed)
    }
  })

  describe('in the list', () => {
    const list = (params: Record<string, string>) => listStaff(admin, parseStaffFilter(params))

    it('are those of the organisation, found by name or address, in whatever case', async () => {
      const name = `Quiñones-${crypto.randomUUID().slice(0, 8)}`
      await employ(owner(), {
        givenName: 'Ana',
        familyName: name,
        teams: { 'ZT101-UROLOGY': 'support_worker' },
      })
      await employ(owner(), {
        givenName: 'Ana',
        familyName: name,
        teams: { 'ZT102-UROLOGY': 'support_worker' },
      })
      const { rows, total } = await list({ find: `ana ${name.toLowerCase()}` })
      expect(total).toBe(1)
      expect(rows[0]).toMatchObject({
        name: `${name.toUpperCase()}, Ana`,
        state: 'active',
        teams: [{ role: 'support_worker' }],
      })
      expect((await list({ find: person.email.slice(0, 30).toUpperCase() })).total).toBe(1)
      expect((await list({ find: stranger.email })).total).toBe(0)
      for (const find of ['%', '_', '\\', "'", '%%%']) expect((await list({ find })).total).toBe(0)
    })

    it('are narrowed to a team and a state, and told a page at a time', async () => {
      const urology = await teamId(owner(), 'ZT101-UROLOGY')
      const ids: string[] = []
      for (let count = 0; count < 27; count++)
        ids.push(await employ(owner(), { teams: { 'ZT101-UROLOGY': 'clinician' } }))
      await owner().query('update staff set disabled_at = now() where id = $1', [ids[0]])
      await owner().query(
        `insert into staff_invitation (id, staff_id, token_hash, expires_at) values (gen_random_uuid(), $1, gen_random_uuid()::text, now())`,
        [ids[1]],
      )
      const all = await list({ team: urology })
      expect(all.rows).toHaveLength(25)
      const second = await list({ team: urology, page: '2' })
      expect(new Set([...all.rows, ...second.rows].map(({ id }) => id)).size).toBe(all.total)
      expect((await list({ team: urology, state: 'disabled' })).rows.map(({ id }) => id)).toEqual([ids[0]])
      expect((await list({ team: urology, state: 'invited' })).rows.map(({ id }) => id)).toEqual([ids[1]])
      expect((await list({ team: urology, state: 'active' })).total).toBe(all.total - 2)
    })
  })
})
