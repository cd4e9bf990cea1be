import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { DEFAULT_REVIEW_STANDARDS, type ReviewStandards } from '@/lib/cancer-care-reviews/review-standards'
import { changeStandards } from '@/lib/care-teams/change-standards'
import {
  FOLLOW_UP_STANDARD_NAMES,
  FOLLOW_UP_STANDARDS_LIMITS,
} from '@/lib/care-teams/follow-up-standards-limits'
import { getAdministeredTeam, listAdministeredTeams } from '@/lib/care-teams/queries'
import {
  REVIEW_STANDARD_NAMES,
  REVIEW_STANDARDS_LIMITS,
  reviewStandardsFaults,
  type ReviewStandardName,
} from '@/lib/care-teams/review-standards-limits'
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
        /team_(?:summary_|contact_)?standards_possible/,
      )
      await expect(set(0)).rejects.toThrow(/team_(?:summary_|contact_)?standards_possible/)
    }
  })

  it('of follow-up are the usual ones until set, and have the same limits here, on the form and in the database', async () => {
    const before = await getAdministeredTeam(admin, breast)
    for (const name of FOLLOW_UP_STANDARD_NAMES) {
      const { subject, unit, most, usual } = FOLLOW_UP_STANDARDS_LIMITS[name]
      expect(before[name]).toBe(usual)
      const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      const set = (days: number) =>
        byHand(database, admin, `update team set ${column} = $2 where id = $1`, [breast, days])
      await set(most)
      await set(1)
      for (const wrong of [0, most + 1]) {
        await expect(set(wrong), name).rejects.toThrow(/team_follow_up_standards_possible/)
        expect(() => form(breast, { [name]: String(wrong) })).toThrow(
          `${subject} must be a whole number of ${unit} from 1 to ${most}`,
        )
      }
      await set(usual)
    }
  })

  it('of follow-up are set by the form, and left as they are by one without them', async () => {
    const { version, telephone } = await getAdministeredTeam(admin, breast)
    const known = { version: String(version), telephone: telephone ?? '' }
    await changeStandards(admin, form(breast, { ...known, recallDays: '10', resultReviewWorkingDays: '1' }))
    await changeStandards(admin, form(breast, { ...known, version: String(version + 1) }))
    expect(await getAdministeredTeam(admin, breast)).toMatchObject({
      recallDays: 10,
      resultReviewWorkingDays: 1,
      resultChaseDays: 14,
    })
    const { rows } = await database.pools.auditor.query<{ changes: unknown }>(
      `select detail -> 'changes' as changes from access_log
       where event = 'team.standards_changed' and entity_id = $1 and detail::text like '%recallDays%'`,
      [breast],
    )
    expect(rows.map(({ changes }) => changes)).toEqual([
      expect.arrayContaining([
        { field: 'resultReviewWorkingDays', from: 2, to: 1 },
        { field: 'recallDays', from: 14, to: 10 },
      ]),
    ])
  })

  it('of a practice say when cancer care reviews are owed, until set as the rules have them', async () => {
    const { owner } = database.pools
    const practice = await teamId(owner, 'Z90001')
    const practiceAdmin = await actorAtWork(owner, { organisations: { Z90001: 'admin' } })
    const before = await getAdministeredTeam(practiceAdmin, practice)
    for (const [name, column] of Object.entries(REVIEW_COLUMNS)) {
      expect(before[column]).toBe(DEFAULT_REVIEW_STANDARDS[name as keyof typeof REVIEW_COLUMNS])
      expect(REVIEW_STANDARDS_LIMITS[column].usual).toBe(before[column])
    }
    await changeStandards(practiceAdmin, form(practice, { reviewFirstDays: '60', telephone: '' }))
    expect(await getAdministeredTeam(practiceAdmin, practice)).toMatchObject({
      reviewFirstDays: 60,
      reviewSecondMonths: 12,
    })
    const { rows } = await database.pools.auditor.query(
      `select detail -> 'changes' -> 0 as change from access_log where event = 'team.standards_changed' and entity_id = $1`,
      [practice],
    )
    expect(rows).toEqual([{ change: { field: 'reviewFirstDays', from: 93, to: 60 } }])
  })

  it('have for reviews the same limits here and in the database, each and together', async () => {
    const { owner } = database.pools
    const practice = await teamId(owner, 'Z90002')
    const practiceAdmin = await actorAtWork(owner, { organisations: { Z90002: 'admin' } })
    const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const set = (numbers: Partial<Record<ReviewStandardName, number>>) =>
      byHand(
        database,
        practiceAdmin,
        `update team set ${Object.entries(numbers)
          .map(([name, number]) => `${columnOf(name)} = ${number}`)
          .join(', ')} where id = $1`,
        [practice],
      )
    // As wide as they may be, so that each is tried by itself.
    const wide = {
      reviewFirstDays: 30,
      reviewSecondMonths: 36,
      reviewFirstLookBackMonths: 60,
      reviewSecondLookBackMonths: 60,
    }
    for (const name of REVIEW_STANDARD_NAMES) {
      const { least, most } = REVIEW_STANDARDS_LIMITS[name]
      await set({ ...wide, [name]: most })
      for (const wrong of [least - 1, most + 1])
        await expect(set({ ...wide, [name]: wrong }), name).rejects.toThrow(/team_review_standards_possible/)
    }
    for (const together of [
      { reviewFirstDays: 328, reviewSecondMonths: 11 },
      { reviewFirstDays: 328, reviewFirstLookBackMonths: 11 },
      { reviewSecondMonths: 25, reviewSecondLookBackMonths: 24 },
    ]) {
      expect(reviewStandardsFaults(together)).toHaveLength(1)
      await expect(set({ ...wide, ...together })).rejects.toThrow(/team_review_standards_possible/)
    }
    const possible = { reviewFirstDays: 327, reviewSecondMonths: 11, reviewFirstLookBackMonths: 11 }
    expect(reviewStandardsFaults(possible)).toEqual([])
    await set({ ...wide, ...possible })
  })
})

const REVIEW_COLUMNS = {
  firstDays: 'reviewFirstDays',
  secondMonths: 'reviewSecondMonths',
  firstLookBackMonths: 'reviewFirstLookBackMonths',
  secondLookBackMonths: 'reviewSecondLookBackMonths',
  registrationMonths: 'reviewRegistrationMonths',
  invitationGapDays: 'reviewInvitationGapDays',
  recordingNoticeDays: 'reviewRecordingNoticeDays',
} as const satisfies Record<keyof ReviewStandards, ReviewStandardName>
