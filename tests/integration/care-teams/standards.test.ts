import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { changeStandards } from '@/lib/care-teams/change-standards'
import { getAdministeredTeam, listAdministeredTeams } from '@/lib/care-teams/queries'
import { changeStandardsSchema } from '@/lib/care-teams/schema'
import { getStandards } from '@/lib/care-teams/standards'
import { STANDARD_NAMES, STANDARDS_LIMITS } from '@/lib/care-teams/standards-limits'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { byHand } from '@/tests/integration/accounts/by-hand'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const usual = Object.fromEntries(STANDARD_NAMES.map((name) => [name, String(STANDARDS_LIMITS[name].usual)]))

describe('the standards of a team', () => {
  let database: TestDatabase
  let admin: Actor
  let breast: string
  let urology: string
  let westbourne: string
  beforeAll(async () => {
    database = await freshApplication()
    admin = await actorAtWork(database.pools.owner, {
      givenName: 'Angela',
      familyName: 'Mbeki',
      organisations: { ZT101: 'admin' },
    })
    breast = await teamId(database.pools.owner, 'ZT101-BREAST')
    urology = await teamId(database.pools.owner, 'ZT101-UROLOGY')
    westbourne = await teamId(database.pools.owner, 'ZT102-BREAST')
  })
  afterAll(() => database.drop())

  const form = (team: string, change: Record<string, string> = {}) =>
    changeStandardsSchema.parse({
      teamId: team,
      version: '1',
      telephone: '01632 960101',
      ...usual,
      ...change,
    })

  it('are the usual ones until somebody sets them', async () => {
    const standards = await asActor(admin, (tx) => getStandards(tx, breast))
    for (const name of STANDARD_NAMES) expect(standards[name]).toBe(STANDARDS_LIMITS[name].usual)
  })

  it('are set with the telephone number, and the access log says from what to what', async () => {
    await changeStandards(admin, form(breast, { carePlanReviewDays: '90', telephone: '' }))
    expect(await getAdministeredTeam(admin, breast)).toMatchObject({
      carePlanReviewDays: 90,
      telephone: null,
      version: 2,
      updatedBy: 'Angela Mbeki',
    })
    const { rows } = await database.pools.auditor.query(
      `select detail from access_log where event = 'team.standards_changed' and entity_id = $1`,
      [breast],
    )
    expect(rows).toEqual([
      {
        detail: {
          changes: [
            { field: 'carePlanReviewDays', from: 84, to: 90 },
            { field: 'telephone', from: '01632 960101', to: null },
          ],
        },
      },
    ])
  })

  it('are not overwritten by somebody who saw an older version', async () => {
    await changeStandards(
      admin,
      form(urology, { assessmentDaysAfterDiagnosis: '21', telephone: '01632 960102' }),
    )
    const late = changeStandards(admin, form(urology, { telephone: '01632 960102' }))
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({
      changedBy: 'Angela Mbeki',
      differences: [{ label: 'Assessment after diagnosis', theirs: '21 days', yours: '31 days' }],
    })
    expect(await getAdministeredTeam(admin, urology)).toMatchObject({ assessmentDaysAfterDiagnosis: 21 })
  })

  it('are those of the administrator’s organisation alone, in either layer', async () => {
    expect((await listAdministeredTeams(admin)).map(({ code }) => code)).toEqual([
      'ZT101-BREAST',
      'ZT101-COLORECTAL',
      'ZT101-UROLOGY',
    ])
    for (const team of [westbourne, crypto.randomUUID(), 'x']) {
      await expect(getAdministeredTeam(admin, team)).rejects.toThrow(NotFound)
    }
    await expect(changeStandards(admin, form(westbourne))).rejects.toThrow(NotFound)
    const clinician = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    await expect(changeStandards(clinician, form(breast))).rejects.toThrow(NotAllowed)
    await expect(getAdministeredTeam(clinician, breast)).rejects.toThrow(NotAllowed)
    const update = 'update team set care_plan_review_days = 1 where id = $1'
    expect((await byHand(database, admin, update, [westbourne])).rowCount).toBe(0)
    expect((await byHand(database, clinician, update, [breast])).rowCount).toBe(0)
    expect((await byHand(database, admin, update, [breast])).rowCount).toBe(1)
  })

  it('have the same limits here and in the database', async () => {
    for (const name of STANDARD_NAMES) {
      const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      const set = (days: number) =>
        byHand(database, admin, `update team set ${column} = $2 where id = $1`, [breast, days])
      await set(STANDARDS_LIMITS[name].most)
      await expect(set(STANDARDS_LIMITS[name].most + 1)).rejects.toThrow(
        /team_(?:summary_)?standards_possible/,
      )
      await expect(set(0)).rejects.toThrow(/team_(?:summary_)?standards_possible/)
    }
  })
})
