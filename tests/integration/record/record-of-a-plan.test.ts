import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needWords } from '@/components/patients/need-words'
import { pathwayOf } from '@/components/patients/pathway-of-record'
import type { Actor } from '@/lib/access/actor'
import { getLivePlan } from '@/lib/care-plans/queries'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { addDays } from '@/lib/nhs/calendar-date'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'
import {
  addedAction,
  agreed,
  agreedCarePlan,
  finishedAction,
  registeredWith,
  reviewedCarePlan,
} from '@/tests/factories/care-plans'
import { recordedDiagnosis } from '@/tests/factories/diagnoses'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let clinician: Actor
let gp: Actor
let gpElsewhere: Actor
let breast: string
let practice: string

beforeAll(async () => {
  database = await freshApplication()
  const { owner } = database.pools
  breast = await teamId(owner, 'ZT101-BREAST')
  practice = await teamId(owner, 'Z90001')
  clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
  gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
  gpElsewhere = await actorAtWork(owner, { teams: { Z90002: 'gp' } })
})
afterAll(() => database.drop())

const assessedOn = addDays(today(), -10)
const assessment = { completedOn: assessedOn, concerns: [{ code: 'fatigue', score: 8 }] }
const needsOf = async (patientId: string) =>
  (await getRecord(clinician, patientId)).needs?.map((need) => needWords(need))

describe('the record of a person with a care plan', () => {
  it('shows the plan as agreed, and to the practice the plan that was shared with it', async () => {
    const patientId = await admittedPatient(clinician, breast)
    await registeredWith(clinician, patientId, practice)
    await agreedCarePlan(clinician, patientId, breast, { assessment, share: 'yes' })
    const record = await getRecord(clinician, patientId)
    expect(record.plans).toMatchObject([{ number: 1, agreedOn: today() }])
    expect(record.planned).toMatchObject([{ kind: 'review_care_plan' }])
    expect(record.shares).toEqual([])
    const shared = await getRecord(gp, patientId)
    expect(shared.shares).toMatchObject([{ number: 1, agreedOn: today() }])
    expect(shared.open).toEqual([
      expect.objectContaining({
        act: 'Read a shared care plan',
        href: expect.stringContaining('/practice/plans/'),
      }),
    ])
    expect(pathwayOf(shared)).toEqual([
      { on: today(), kind: 'care_plan', label: 'Care plan agreed, version 1' },
      {
        on: record.planned[0]?.dueOn,
        kind: 'review',
        label: 'Care plan to be reviewed',
        isPlanned: true,
      },
    ])
  })

  it('shows a practice nothing of a plan that the person keeps from it, nor that it was changed since', async () => {
    const patientId = await admittedPatient(clinician, breast)
    await registeredWith(clinician, patientId, practice)
    await agreedCarePlan(clinician, patientId, breast, { assessment, share: 'no' })
    expect((await getRecord(clinician, patientId)).open.length).toBeGreaterThan(1)
    const kept = await getRecord(gp, patientId)
    expect(kept).toMatchObject({ open: [], planned: [], plans: [], shares: [] })
    expect(JSON.stringify(kept)).not.toMatch(/plan_|care plan/i)

    const sharedId = await admittedPatient(clinician, breast)
    await registeredWith(clinician, sharedId, practice)
    const plan = await agreedCarePlan(clinician, sharedId, breast, { assessment, share: 'yes' })
    await addedAction(clinician, plan)
    const changed = await getLivePlan(clinician, { patientId: sharedId })
    await agreed(clinician, changed, { share: 'no', reviewOn: addDays(today(), 30) })
    const [first] = (await getRecord(gp, sharedId)).plans
    expect((await getRecord(clinician, sharedId)).plans).toHaveLength(2)
    expect((await getRecord(gp, sharedId)).plans).toHaveLength(1)
    expect((await getRecord(gp, sharedId)).planned).toEqual([
      { kind: 'review_care_plan', dueOn: first?.reviewOn },
    ])
  })

  it('shows somebody of both a hospital team and the practice, each version once', async () => {
    const both = await actorAtWork(database.pools.owner, {
      teams: { 'ZT101-UROLOGY': 'clinician', Z90001: 'gp' },
    })
    const patientId = await admittedPatient(clinician, breast)
    await registeredWith(clinician, patientId, practice)
    await agreedCarePlan(clinician, patientId, breast, { assessment, share: 'yes' })
    const record = await getRecord(both, patientId)
    expect(record.plans).toHaveLength(1)
    expect(record.open.map(({ act }) => act)).toEqual(['Read a shared care plan'])
  })

  it('shows a new practice nothing that was shared with the one before', async () => {
    const patientId = await admittedPatient(clinician, breast)
    await registeredWith(clinician, patientId, practice)
    await agreedCarePlan(clinician, patientId, breast, { assessment, share: 'yes' })
    await registeredWith(clinician, patientId, await teamId(database.pools.owner, 'Z90002'))
    expect((await getRecord(gpElsewhere, patientId)).shares).toEqual([])
  })

  it('counts the scores given when actions are finished and the plan is reviewed', async () => {
    const patientId = await admittedPatient(clinician, breast)
    const plan = await agreedCarePlan(clinician, patientId, breast, { assessment })
    const [action] = plan.items.flatMap((item) => item.actions)
    if (!action) throw new Error('the plan has no action')
    expect(await needsOf(patientId)).toEqual(['8'])
    const finished = await finishedAction(clinician, plan, action, { newScore: 4 })
    expect(await needsOf(patientId)).toEqual(['8 → 4, better'])
    await reviewedCarePlan(clinician, finished)
    const [words] = (await needsOf(patientId)) ?? []
    expect(words).toMatch(/^8 → 4 → /)
  })
})

describe('the record after something was recorded in error', () => {
  it('is without it', async () => {
    const patientId = await admittedPatient(clinician, breast)
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: assessedOn })
    expect((await getRecord(clinician, patientId)).diagnoses).toHaveLength(1)
    await voidDiagnosis(clinician, { patientId, diagnosisId, version: 1, reason: 'Another person’s' })
    expect((await getRecord(clinician, patientId)).diagnoses).toEqual([])
  })
})
