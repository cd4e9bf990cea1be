import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { disableStaff } from '@/lib/accounts/disable-staff'
import { confirmRole } from '@/lib/care-teams/confirm-role'
import { endRole } from '@/lib/care-teams/end-role'
import { giveRole } from '@/lib/care-teams/give-role'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import type { OrganisationRoleKind } from '@/lib/platform/prisma-client/enums'
import { actorAtWork, employ, openSession } from '@/tests/factories/people-who-work'
import { byHand } from '@/tests/integration/accounts/by-hand'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const LAST = 'only administrator'

describe('roles in an organisation', () => {
  let database: TestDatabase
  let southmere: string
  let westbourne: string
  beforeAll(async () => {
    database = await freshApplication()
    const { rows } = await database.pools.owner.query<{ id: string }>(
      `select id from organisation where ods_code in ('ZT101', 'ZT102') order by ods_code`,
    )
    southmere = rows[0]?.id ?? ''
    westbourne = rows[1]?.id ?? ''
  })
  afterAll(() => database.drop())

  let angela: Actor
  let gareth: Actor
  let staffId: string
  let tokenHash: string
  beforeEach(async () => {
    await database.pools.owner.query(
      'update organisation_role set ended_on = access.today() where ended_on is null',
    )
    angela = await actorAtWork(database.pools.owner, { organisations: { ZT101: 'admin' } })
    gareth = await actorAtWork(database.pools.owner, { organisations: { ZT101: 'admin' } })
    staffId = await employ(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    tokenHash = (await openSession(database.pools.owner, staffId)).tokenHash
  })

  const rolesNow = async () =>
    ((await actorOfSession(tokenHash))?.organisationRoles ?? []).map(({ role }) => role)
  const give = (role: OrganisationRoleKind, by = angela) =>
    giveRole(by, { staffId, organisationId: southmere, role })
  async function roleId(of = staffId): Promise<string> {
    const { rows } = await database.pools.owner.query<{ id: string }>(
      'select id from organisation_role where staff_id = $1 and ended_on is null',
      [of],
    )
    return rows[0]?.id ?? crypto.randomUUID()
  }

  it('programme lead counts at once', async () => {
    await give('programme_lead')
    expect(await rolesNow()).toEqual(['programme_lead'])
    expect(await listRolesToConfirm(gareth)).toEqual([])
  })

  it.each(['admin', 'privacy_officer'] as const)(
    '%s counts once a second administrator confirms',
    async (role) => {
      await give(role)
      expect(await rolesNow()).toEqual([])
      expect(await listRolesToConfirm(gareth)).toMatchObject([{ staffId, role, isForActor: true }])
      expect(await listRolesToConfirm(angela)).toMatchObject([{ staffId, role, isForActor: false }])
      await confirmRole(gareth, { staffId, roleId: await roleId() })
      expect(await rolesNow()).toEqual([role])
      expect(await listRolesToConfirm(gareth)).toEqual([])
      const { rows } = await database.pools.auditor.query(
        `select event, staff_id from access_log where entity_id = $1 order by at`,
        [staffId],
      )
      expect(rows).toEqual([
        { event: 'staff.role_given', staff_id: angela.staffId },
        { event: 'staff.role_confirmed', staff_id: gareth.staffId },
      ])
    },
  )

  it('are confirmed neither by the giver nor the receiver, nor twice, nor by another organisation', async () => {
    await give('admin')
    const held = { staffId, roleId: await roleId() }
    await expect(confirmRole(angela, held)).rejects.toThrow(NotAllowed)
    const westbourneAdmin = await actorAtWork(database.pools.owner, { organisations: { ZT102: 'admin' } })
    await expect(confirmRole(westbourneAdmin, held)).rejects.toThrow(NotFound)
    await expect(confirmRole(gareth, { ...held, staffId: angela.staffId })).rejects.toThrow(NotFound)
    await confirmRole(gareth, held)
    await expect(confirmRole(gareth, held)).rejects.toThrow(NotFound)
  })

  it('are confirmed in one’s own name only, in the database too', async () => {
    await give('admin')
    const confirm = 'update organisation_role set confirmed_at = now(), confirmed_by_id = $2 where id = $1'
    const id = await roleId()
    const tries: [Actor, string][] = [
      [angela, angela.staffId],
      [angela, gareth.staffId],
      [gareth, angela.staffId],
      [gareth, staffId],
    ]
    for (const [actor, name] of tries) {
      await expect(byHand(database, actor, confirm, [id, name])).rejects.toThrow('row-level security')
    }
    expect((await byHand(database, gareth, confirm, [id, gareth.staffId])).rowCount).toBe(1)
    const nobody = 'update organisation_role set confirmed_by_id = $2 where id = $1'
    await expect(byHand(database, gareth, nobody, [id, gareth.staffId])).rejects.toThrow('row-level security')
  })

  it('are given to nobody by themselves, in either layer', async () => {
    const self = { staffId: angela.staffId, organisationId: southmere, role: 'privacy_officer' as const }
    await expect(giveRole(angela, self)).rejects.toThrow(NotAllowed)
    const insert = `insert into organisation_role (id, staff_id, organisation_id, role, started_on, given_by_id, confirmed_at)
      values (gen_random_uuid(), $1, $2, 'privacy_officer', access.today(), $3, $4)`
    const tries = [
      [angela.staffId, southmere, angela.staffId, null],
      [staffId, southmere, gareth.staffId, null],
      [staffId, southmere, angela.staffId, new Date(0)],
      [staffId, westbourne, angela.staffId, null],
    ]
    for (const values of tries) {
      await expect(byHand(database, angela, insert, values)).rejects.toThrow('row-level security')
    }
    expect(
      (await byHand(database, angela, insert, [staffId, southmere, angela.staffId, null])).rowCount,
    ).toBe(1)
  })

  it('are given to the organisation’s own people for the organisation alone', async () => {
    const stranger = await employ(database.pools.owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    const role = 'programme_lead' as const
    await expect(giveRole(angela, { staffId, organisationId: westbourne, role })).rejects.toThrow(NotFound)
    await expect(giveRole(angela, { staffId: stranger, organisationId: southmere, role })).rejects.toThrow(
      NotFound,
    )
    const clinician = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    await expect(giveRole(clinician, { staffId, organisationId: southmere, role })).rejects.toThrow(
      NotAllowed,
    )
  })

  it('are held once', async () => {
    await give('programme_lead')
    await expect(give('programme_lead')).rejects.toThrow(RuleBroken)
    await give('admin')
    await expect(give('admin', gareth)).rejects.toThrow('waits to be confirmed')
  })

  it('end at the next request, or are withdrawn, and stay ended', async () => {
    await give('programme_lead')
    const held = { staffId, roleId: await roleId() }
    await endRole(gareth, held)
    expect(await rolesNow()).toEqual([])
    await expect(endRole(gareth, held)).rejects.toThrow(NotFound)
    const reopen = 'update organisation_role set ended_on = null where id = $1'
    expect((await byHand(database, gareth, reopen, [held.roleId])).rowCount).toBe(0)
    await give('admin')
    await endRole(angela, { staffId, roleId: await roleId() })
    expect(await listRolesToConfirm(gareth)).toEqual([])
  })

  it('of one’s own can be put down, but an organisation keeps an administrator', async () => {
    const end = async (actor: Actor) =>
      endRole(actor, { staffId: actor.staffId, roleId: await roleId(actor.staffId) })
    await end(angela)
    await expect(end(gareth)).rejects.toThrow(LAST)
    await expect(end(angela)).rejects.toThrow(NotFound)
  })

  it('keep an administrator who can log in, also when two leave at the same time', async () => {
    const leaving = await Promise.all(
      [angela, gareth].map(async (actor) => ({ actor, roleId: await roleId(actor.staffId) })),
    )
    const holdUp = await database.superuser.connect()
    await holdUp.query('begin')
    await holdUp.query(
      `select id from organisation_role where role = 'admin' and ended_on is null for update`,
    )
    const results = Promise.allSettled(
      leaving.map(({ actor, roleId: id }) => endRole(actor, { staffId: actor.staffId, roleId: id })),
    )
    // Both have come as far as they can before either may go on.
    await vi.waitFor(async () => {
      const { rows } = await database.superuser.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).toHaveLength(2)
    })
    await holdUp.query('rollback')
    holdUp.release()
    expect((await results).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('keep an administrator when two disable each other', async () => {
    const results = await Promise.allSettled([
      disableStaff(angela, { staffId: gareth.staffId, version: 1 }),
      disableStaff(gareth, { staffId: angela.staffId, version: 1 }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await database.pools.owner.query(
      'select id from staff where disabled_at is null and id = any ($1)',
      [[angela.staffId, gareth.staffId]],
    )
    expect(rows).toHaveLength(1)
  })
})
