import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IN_OWN_TEAM_OR_ORGANISATION } from '@/lib/access/own-access-table'
import { ROLES, type Role } from '@/lib/access/access-table'
import { actorAtWork, type StaffPlan } from '@/tests/factories/people-who-work'
import { knownProtocol, publishedAs } from '@/tests/factories/protocols'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const PLANS: Record<Role, StaffPlan> = {
  clinician: { teams: { 'ZT101-BREAST': 'clinician' } },
  support_worker: { teams: { 'ZT101-BREAST': 'support_worker' } },
  gp: { teams: { Z90001: 'gp' } },
  programme_lead: { organisations: { ZT101: 'programme_lead' } },
  privacy_officer: { organisations: { ZT101: 'privacy_officer' } },
  admin: { organisations: { ZT101: 'admin' } },
}

describe('row-level security on what a trust publishes', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
    for (const odsCode of ['ZT101', 'ZT102'])
      await publishedAs(database.pools.owner, odsCode, knownProtocol('breast'), 1)
  })
  afterAll(() => database.drop())

  /** Whether a statement about that trust's protocol does anything for somebody in the role; all is taken back. */
  async function does(role: Role, odsCode: string, text: string): Promise<boolean> {
    const actor = await actorAtWork(database.pools.owner, PLANS[role])
    const client = await database.pools.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [actor.sessionId])
      const { rows } = await client.query('select id from organisation where ods_code = $1', [odsCode])
      const values = [rows[0]?.id, ...(text.includes('$2') ? [actor.staffId] : [])]
      return ((await client.query(text, values)).rowCount ?? 0) > 0
    } catch (error) {
      if (Reflect.get(Object(error), 'code') !== '42501') throw error
      return false
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  const READ = 'select 1 from protocol_publication where organisation_id = $1'
  const PUBLISH = `insert into protocol_publication
    (id, organisation_id, protocol_code, number, kind, protocol_version, content, sites, approved_by, approved_on, recorded_by_id)
    values (uuidv7(), $1, 'breast', 2, 'published', '2', '{}', '{C50}', 'Board', current_date, $2)`

  it.each(ROLES)(
    'lets a %s of the trust do what the table says, and nothing in another trust',
    async (role) => {
      const cells: Partial<Record<Role, readonly string[]>> = IN_OWN_TEAM_OR_ORGANISATION.protocol_publication
      expect(await does(role, 'ZT101', READ)).toBe(cells[role]?.includes('read') ?? false)
      expect(await does(role, 'ZT101', PUBLISH)).toBe(cells[role]?.includes('create') ?? false)
      expect(await does(role, 'ZT102', READ)).toBe(false)
      expect(await does(role, 'ZT102', PUBLISH)).toBe(false)
    },
  )

  it('lets nobody publish in the name of somebody else, and nothing be changed afterwards', async () => {
    expect(await does('admin', 'ZT101', PUBLISH.replace('$2)', 'uuidv7())'))).toBe(false)
    await expect(
      database.superuser.query(`update protocol_publication set approved_by = 'Somebody else'`),
    ).rejects.toThrow()
  })
})
