import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { completedAssessment } from '@/tests/factories/assessments'
import { recordedDiagnosis, recordedTreatment } from '@/tests/factories/diagnoses'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const NOBODY = '01900000-0000-7000-8000-00000000ffff'
const ago = (days: number) => addDays(today(), -days)

let database: TestDatabase
let clinician: Actor
let supportWorker: Actor
let urologist: Actor
let gp: Actor
let stranger: Actor
let patientId: string

beforeAll(async () => {
  database = await freshApplication()
  const { owner } = database.pools
  const breast = await teamId(owner, 'ZT101-BREAST')
  const urology = await teamId(owner, 'ZT101-UROLOGY')
  const practice = await teamId(owner, 'Z90001')
  clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
  supportWorker = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
  urologist = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
  gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
  stranger = await actorAtWork(owner, { teams: { 'ZT101-COLORECTAL': 'clinician' } })
  patientId = await admittedPatient(clinician, breast)
  const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(80) })
  await recordedTreatment(clinician, patientId, { diagnosisId, startedOn: ago(60), endedOn: ago(30) })
  await completedAssessment(clinician, patientId, breast, {
    completedOn: ago(20),
    concerns: [{ code: 'fatigue', score: 8 }],
  })
  await completedAssessment(clinician, patientId, breast, {
    completedOn: ago(2),
    concerns: [{ code: 'fatigue', score: 5 }],
  })
  await asActor(clinician, async (tx) => {
    await tx.$queryRaw`select access.begin_care(${patientId}::uuid, ${urology}::uuid, 'referral', ${ago(1)}::date)::text`
    await tx.$queryRaw`select access.register_with_practice(${patientId}::uuid, ${practice}::uuid)::text`
    await openTasks(tx, [
      {
        kind: 'review_care_plan',
        patientId,
        teamId: urology,
        dueOn: ago(3),
        subjectId: NOBODY,
        detail: 'A matter between them',
      },
    ])
  })
})
afterAll(() => database.drop())

async function views(actor: Actor): Promise<string[]> {
  const { rows } = await database.pools.auditor.query<{ event: string }>(
    `select event from access_log where staff_id = $1 and event like 'patient.%viewed' order by id`,
    [actor.staffId],
  )
  return rows.map(({ event }) => event)
}

describe('the record', () => {
  it('tells a clinician the whole story', async () => {
    const record = await getRecord(clinician, patientId)
    expect(record).toMatchObject({
      banner: { givenName: 'Anne', familyName: 'Smith', bornOn: '1961-02-03', gender: 'Female' },
      isEmergency: false,
      aboutMe: null,
      diagnoses: [{ icd10Code: 'C50.9', laterality: 'L', diagnosedOn: ago(80) }],
      treatments: [{ modality: '01', startedOn: ago(60), endedOn: ago(30) }],
      assessments: [{ completedOn: ago(20) }, { completedOn: ago(2) }],
      needs: [{ standings: [8, 5], direction: 'better', isRaised: true }],
      practice: { name: 'Mill Lane Surgery', telephone: '01632 960108' },
      may: { recordDiagnosis: true },
    })
    expect(record.teams.map(({ name }) => name)).toEqual([
      expect.stringContaining('breast'),
      expect.stringContaining('urology'),
    ])
  })

  it('says of another team’s task that it is there, what kind, whose and when: nothing more', async () => {
    const ofUrology = (await getRecord(clinician, patientId)).open[0]
    expect(ofUrology).toEqual({
      id: expect.any(String),
      act: 'Review the care plan',
      detail: null,
      whose: expect.stringContaining('urology'),
      dueOn: ago(3),
      href: null,
    })
    const ofTheirs = (await getRecord(urologist, patientId)).open[0]
    expect(ofTheirs).toMatchObject({
      detail: 'A matter between them',
      href: expect.stringContaining(patientId),
    })
  })

  it('shows a support worker the same, without recording diagnoses', async () => {
    const record = await getRecord(supportWorker, patientId)
    expect(record.needs).toHaveLength(1)
    expect(record.may).toMatchObject({ recordDiagnosis: false, carePlan: true })
  })

  it('shows a practice no assessments, and nothing of what they said', async () => {
    const record = await getRecord(gp, patientId)
    expect(record).toMatchObject({
      diagnoses: [{ icd10Code: 'C50.9' }],
      assessments: [],
      plans: [],
      needs: null,
      may: { needsAssessments: false },
    })
    expect(JSON.stringify(record)).not.toMatch(/fatigue/i)
    expect(record.open).toEqual([])
    expect(record.planned).toEqual([])
  })

  it.each([
    ['somebody else’s patient', () => patientId],
    ['nobody', () => NOBODY],
    ['an id of the wrong kind', () => 'x'],
  ])('is not found, and not logged, for %s', async (_what, id) => {
    await expect(getRecord(stranger, id())).rejects.toThrow(NotFound)
    await expect(getPatientPage(stranger, id())).rejects.toThrow(NotFound)
    expect(await views(stranger)).toEqual([])
  })

  it('is logged once for each time it is looked at', async () => {
    const before = (await views(supportWorker)).length
    await getRecord(supportWorker, patientId)
    await getPatientPage(supportWorker, patientId)
    expect((await views(supportWorker)).slice(before)).toEqual([
      'patient.record_viewed',
      'patient.page_viewed',
    ])
    expect((await database.pools.auditor.query('select * from access.verify_access_log()')).rows).toEqual([])
  })

  it('is read-only, and says so, when opened in an emergency', async () => {
    const doctor = await actorAtWork(database.pools.owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    await database.superuser.query(
      `insert into emergency_access (id, staff_id, patient_id, reason_code, reason, started_at, ends_at)
       values (uuidv7(), $1, $2, 'emergency', 'Brought in unconscious', now(), now() + interval '1 hour')`,
      [doctor.staffId, patientId],
    )
    const record = await getRecord(doctor, patientId)
    expect(record).toMatchObject({ isEmergency: true, may: { recordDiagnosis: false, tellAboutMe: false } })
    expect(record.needs).toHaveLength(1)
    await expect(getPatientPage(doctor, patientId)).resolves.toMatchObject({ isEmergency: true })
  })
})
