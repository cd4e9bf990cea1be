import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { registerWithPractices } from '@/lib/care-teams/practices'
import { correctDeath } from '@/lib/patients/correct-death'
import { getDeath } from '@/lib/patients/get-death'
import { recordDeath } from '@/lib/patients/record-death'
import { recordDeathSchema } from '@/lib/patients/schema'
import { atInstant } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { openTasks, type NewTask } from '@/lib/tasks/open-task'
import { completedAssessment, recordedOffer } from '@/tests/factories/assessments'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('a death', () => {
  let database: TestDatabase
  let clinician: Actor
  let urologist: Actor
  let stranger: Actor
  let gp: Actor
  const teams: Record<string, string> = {}
  let patientId: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    urologist = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'support_worker' } })
    stranger = await actorAtWork(owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    for (const code of ['ZT101-BREAST', 'ZT101-UROLOGY', 'Z90001']) teams[code] = await teamId(owner, code)
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    patientId = await admittedPatient(clinician, team('ZT101-BREAST'))
    await asActor(clinician, async (tx) => {
      await tx.$queryRaw`select access.begin_care(${patientId}::uuid, ${team('ZT101-UROLOGY')}::uuid, 'referral', current_date)::text`
      await registerWithPractices(tx, [{ patientId, practiceId: team('Z90001') }])
      await openTasks(tx, [
        task('offer_assessment', 'ZT101-BREAST'),
        task('agree_care_plan', 'ZT101-UROLOGY'),
        task('read_shared_plan', 'Z90001'),
      ])
      await tx.draft.createMany({ data: [draft('ZT101-BREAST')] })
    })
    await asActor(urologist, (tx) => tx.draft.createMany({ data: [draft('ZT101-UROLOGY')] }))
  })

  const team = (code: string) => teams[code] ?? ''
  const task = (kind: NewTask['kind'], code: string): NewTask => ({
    kind,
    patientId,
    teamId: team(code),
    dueOn: '2026-12-01',
    detail: 'fatigue',
  })
  const draft = (code: string) => {
    const { staffId } = clinician
    return {
      patientId,
      teamId: team(code),
      form: 'x',
      content: {},
      createdById: staffId,
      updatedById: staffId,
    }
  }
  const rows = async (sql: string) => (await database.superuser.query(sql, [patientId])).rows
  const open = () =>
    rows(
      `select kind::text, team_id, due_on::text, detail from task where patient_id = $1 and closed_at is null order by kind::text`,
    )
  const record = async (actor: Actor, diedOn = '2026-11-20') => {
    const [patient] = await rows('select version from patient where id = $1')
    return recordDeath(actor, { patientId, version: patient.version, diedOn, isChecked: true })
  }
  const takeBack = async (actor: Actor) => {
    const [patient] = await rows('select version from patient where id = $1')
    return correctDeath(actor, { patientId, version: patient.version, reason: 'Another person of that name' })
  }

  it.each(['clinician', 'gp'])(
    'recorded by a %s closes everything of every team, with that reason',
    async (role) => {
      await record(role === 'gp' ? gp : clinician)
      expect(await open()).toEqual([])
      const closed = await rows('select distinct closure::text from task where patient_id = $1')
      expect(closed).toEqual([{ closure: 'died' }])
      expect(await rows('select 1 from draft where patient_id = $1')).toEqual([])
      expect(await rows('select died_on::text from patient where id = $1')).toEqual([
        { died_on: '2026-11-20' },
      ])
      expect(
        await rows(
          `select detail from access_log where event = 'patient.death_recorded' and patient_id = $1`,
        ),
      ).toEqual([{ detail: { closed: 3 } }])
    },
  )

  it('is not in the future, not before birth, and confirmed for this person', async () => {
    const form = { patientId, version: '1', isChecked: 'yes' }
    const parse = (given: object) =>
      atInstant(new Date('2026-11-21T12:00:00Z'), () => recordDeathSchema.safeParse({ ...form, ...given }))
    const diedOn = { day: '21', month: '11', year: '2026' }
    expect(parse({ diedOn }).success).toBe(true)
    expect(parse({ diedOn: { ...diedOn, day: '22' } }).success).toBe(false)
    expect(parse({ diedOn, isChecked: '' }).success).toBe(false)
    await expect(record(clinician, '1961-02-02')).rejects.toThrow(RuleBroken)
    await expect(
      recordDeath(clinician, { patientId, version: 9, diedOn: '2026-11-20', isChecked: true }),
    ).rejects.toThrow(Stale)
    expect(await open()).toHaveLength(3)
  })

  it('before what was done with the person is recorded only once its date is confirmed', async () => {
    await recordedOffer(clinician, patientId, team('ZT101-BREAST'), { offeredOn: '2026-11-20' })
    await recordedOffer(clinician, patientId, team('ZT101-BREAST'), { offeredOn: '2026-11-19' })
    await completedAssessment(clinician, patientId, team('ZT101-BREAST'), { completedOn: '2026-11-20' })
    await expect(record(clinician, '2026-11-19')).rejects.toMatchObject({
      errors: [
        {
          field: 'isDateRight',
          message: expect.stringContaining(
            ': assessment on 20 Nov 2026; offer of an assessment on 20 Nov 2026. ',
          ),
        },
      ],
    })
    expect(await rows('select died_on from patient where id = $1')).toEqual([{ died_on: null }])
    await record(clinician, '2026-11-20')
    const [patient] = await rows('select version from patient where id = $1')
    const earlier = { patientId, version: patient.version, diedOn: '2026-11-19', isChecked: true }
    await expect(recordDeath(clinician, earlier)).rejects.toThrow(RuleBroken)
    await recordDeath(clinician, { ...earlier, isDateRight: true })
    expect(await rows('select died_on::text from patient where id = $1')).toEqual([{ died_on: '2026-11-19' }])
  })

  it('is not found by those who do not care for the person', async () => {
    await expect(record(stranger)).rejects.toThrow(NotFound)
    await expect(getDeath(stranger, patientId)).rejects.toThrow(NotFound)
  })

  it('shows before what it closes, and after what it closed, with the way there', async () => {
    expect(await getDeath(clinician, patientId)).toMatchObject({
      openTasks: 3,
      diedOn: null,
      closedTasks: [],
    })
    await record(clinician)
    const after = await getDeath(clinician, patientId)
    expect(after).toMatchObject({ openTasks: 0, diedOn: '2026-11-20', mayCorrect: true })
    expect(after.closedTasks).toEqual([
      expect.objectContaining({
        act: 'Offer a holistic needs assessment',
        href: expect.stringContaining('/offer'),
      }),
    ])
    expect(await getDeath(gp, patientId)).toMatchObject({ mayCorrect: false, openTasks: null })
  })

  it('taken back opens again what it closed, for every team, as it was', async () => {
    const before = await open()
    await record(clinician)
    await takeBack(urologist)
    expect(await open()).toEqual(before)
    expect(await rows('select died_on from patient where id = $1')).toEqual([{ died_on: null }])
    const [last] = await rows(
      'select changes from patient_change where patient_id = $1 order by version desc limit 1',
    )
    expect(last.changes).toMatchObject({
      diedOn: { from: '2026-11-20', to: null },
      correctionReason: { to: 'Another person of that name' },
    })
    await expect(takeBack(clinician)).rejects.toThrow('No death')
  })

  it('recorded once more as it is ends nothing, such as what a correction at that moment opens again', async () => {
    await record(clinician)
    await rows(`update task set closed_at = null, closure = null, closed_by_id = null where patient_id = $1`)
    const before = await open()
    await record(clinician)
    expect(await open()).toEqual(before)
    expect(before).toHaveLength(3)
  })

  it('taken back twice opens only what the second closed', async () => {
    await record(clinician)
    await takeBack(clinician)
    await database.superuser.query(
      `update task set closed_at = now(), closure = 'met' where patient_id = $1 and kind = 'offer_assessment' and closed_at is null`,
      [patientId],
    )
    await record(clinician)
    await record(clinician, '2026-11-19')
    await takeBack(clinician)
    expect((await open()).map(({ kind }) => kind)).toEqual(['agree_care_plan', 'read_shared_plan'])
  })

  it('taken back forgets nobody: where nothing was open, an offer is due', async () => {
    await database.superuser.query(
      `update task set closed_at = now(), closure = 'met' where patient_id = $1`,
      [patientId],
    )
    await record(clinician)
    await atInstant(new Date('2026-11-21T12:00:00Z'), () => takeBack(clinician))
    expect(await open()).toEqual([
      { kind: 'offer_assessment', team_id: team('ZT101-BREAST'), due_on: '2026-12-22', detail: null },
    ])
  })

  it('is not taken back by a practice, in neither layer', async () => {
    await record(clinician)
    await expect(takeBack(gp)).rejects.toThrow(NotAllowed)
    const byHand = asActor(gp, (tx) =>
      tx.patient.updateMany({ where: { id: patientId }, data: { diedOn: null } }),
    )
    await expect(byHand).rejects.toThrow()
  })
})
