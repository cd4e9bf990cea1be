import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addDays } from '@/lib/nhs/calendar-date'
import type { tellAboutMeSchema } from '@/lib/patients/about-me-schema'
import { getAboutMe, latestAboutMe } from '@/lib/patients/get-about-me'
import { getRecord } from '@/lib/patients/record/get-record'
import { tellAboutMe } from '@/lib/patients/tell-about-me'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let supportWorker: Actor
let gp: Actor
let stranger: Actor
let breast: string
let patientId: string

beforeAll(async () => {
  database = await freshApplication()
  const { owner } = database.pools
  breast = await teamId(owner, 'ZT101-BREAST')
  supportWorker = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
  gp = await actorAtWork(owner, { givenName: 'Gita', familyName: 'Shah', teams: { Z90001: 'gp' } })
  stranger = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
})
afterAll(() => database.drop())
beforeEach(async () => {
  const practice = await teamId(database.pools.owner, 'Z90001')
  patientId = await admittedPatient(supportWorker, breast)
  await asActor(
    supportWorker,
    (tx) => tx.$queryRaw`select access.register_with_practice(${patientId}::uuid, ${practice}::uuid)::text`,
  )
})

const tell = (actor: Actor, told: Partial<z.output<typeof tellAboutMeSchema>>) =>
  tellAboutMe(actor, {
    patientId,
    number: 0,
    mostImportant: null,
    importantPeople: null,
    howToCommunicate: null,
    wellness: null,
    pleaseDo: null,
    pleaseDoNot: null,
    howToSupport: null,
    worthKnowing: null,
    supportedBy: null,
    toldOn: today(),
    ...told,
  })

const GRANDCHILDREN = 'Being able to play with my grandchildren.\n🎈 <b>Always</b>'

describe('About Me', () => {
  it('is told once and shown wherever it helps, exactly as it was said', async () => {
    await tell(supportWorker, { mostImportant: GRANDCHILDREN, supportedBy: 'Her daughter' })
    const { latest, earlier, mayTell } = await getAboutMe(gp, patientId)
    expect(latest).toMatchObject({
      number: 1,
      words: { mostImportant: GRANDCHILDREN, wellness: null },
      supportedBy: 'Her daughter',
      toldOn: today(),
      recordedBy: 'Beryl Jones',
    })
    expect(earlier).toEqual([])
    expect(mayTell).toBe(true)
    const forOthers = await asActor(supportWorker, (tx) => latestAboutMe(tx, patientId))
    expect(forOthers).toEqual(latest)
    const record = await getRecord(gp, patientId)
    expect(record.aboutMe).toEqual({
      toldOn: today(),
      told: [{ section: 'mostImportant', words: GRANDCHILDREN }],
    })
  })

  it('is told again by a practice, and what was told before stays to be read', async () => {
    await tell(supportWorker, { mostImportant: GRANDCHILDREN, toldOn: addDays(today(), -30) })
    await tell(gp, { number: 1, mostImportant: GRANDCHILDREN, pleaseDo: 'Speak up' })
    const { latest, earlier } = await getAboutMe(supportWorker, patientId)
    expect(latest).toMatchObject({ number: 2, recordedBy: 'Gita Shah', words: { pleaseDo: 'Speak up' } })
    expect(earlier).toMatchObject([{ number: 1, words: { pleaseDo: null } }])
  })

  it('told by two at once keeps the first, and tells the second what it says', async () => {
    await tell(gp, { mostImportant: 'My garden' })
    await expect(tell(supportWorker, { mostImportant: 'My dog' })).rejects.toMatchObject({
      name: 'Stale',
      changedBy: 'Gita Shah',
      differences: [{ label: 'What is most important to me', theirs: 'My garden', yours: 'My dog' }],
    })
    const both = await Promise.allSettled([
      tell(gp, { number: 1, mostImportant: 'My garden', pleaseDo: 'Knock' }),
      tell(supportWorker, { number: 1, mostImportant: 'My garden', pleaseDo: 'Ring' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ name: 'Stale' })
  })

  it.each([
    ['nothing at all', {}, 'mostImportant'],
    ['before the birth', { wellness: 'Well', toldOn: '1961-02-02' }, 'toldOn'],
  ])('is not kept when %s is told', async (_what, told, field) => {
    await expect(tell(supportWorker, told)).rejects.toMatchObject({ errors: [{ field }] })
  })

  it('is not kept again when nothing is different, nor as of a day before it was last told', async () => {
    await tell(supportWorker, { wellness: 'Well' })
    await expect(tell(gp, { number: 1, wellness: 'Well' })).rejects.toThrow('Nothing here is different')
    const before = { number: 1, wellness: 'Not so well', toldOn: addDays(today(), -1) }
    await expect(tell(gp, before)).rejects.toMatchObject({ errors: [{ field: 'toldOn' }] })
  })

  it('is not there for other teams', async () => {
    await tell(supportWorker, { wellness: 'Well' })
    await expect(getAboutMe(stranger, patientId)).rejects.toThrow(NotFound)
    await expect(tell(stranger, { number: 1, wellness: 'Ill' })).rejects.toThrow(NotFound)
    const seen = await asActor(stranger, (tx) => latestAboutMe(tx, patientId))
    expect(seen).toBeNull()
  })

  it('is logged when it is told and when it is read, without what it says', async () => {
    await tell(supportWorker, { wellness: 'Well' })
    await getAboutMe(gp, patientId)
    const { rows } = await database.pools.auditor.query(
      `select event, detail from access_log where patient_id = $1 and event in ('about_me.told', 'patient.page_viewed') order by id`,
      [patientId],
    )
    expect(rows).toEqual([
      { event: 'about_me.told', detail: { number: 1, changed: [] } },
      { event: 'patient.page_viewed', detail: {} },
    ])
  })
})
