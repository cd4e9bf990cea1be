import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftCarePlan } from '@/lib/care-plans/draft-care-plan'
import { getCarePlanPage, getLivePlan } from '@/lib/care-plans/queries'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { agreed, agreedCarePlan, draftedCarePlan } from '@/tests/factories/care-plans'
import { completedAssessment } from '@/tests/factories/assessments'
import { makeSetting, type Setting } from './setting'

describe('starting a plan', () => {
  let setting: Setting
  beforeAll(async () => {
    setting = await makeSetting()
  })
  afterAll(() => setting.database.drop())

  it('makes one item for each concern, in the order of the person, then the worst first', async () => {
    const { clinician, breast, patient } = setting
    const patientId = await patient()
    await completedAssessment(clinician, patientId, breast, {
      concerns: [
        { code: 'sleep', score: 3, priority: 2 },
        { code: 'fatigue', score: 8, priority: 1, ownWords: 'I am tired all day' },
        { code: 'money', score: 2, priority: null },
        { code: 'Feeding the cat', score: 9, priority: null },
      ],
    })
    const { planId } = await draftCarePlan(clinician, { patientId })
    const plan = await getLivePlan(clinician, { patientId, planId })
    expect(
      plan.items.map(({ concern }) => [concern.code, concern.label, concern.score, concern.isPriority]),
    ).toEqual([
      ['fatigue', expect.any(String), 8, true],
      ['sleep', expect.any(String), 3, true],
      ['other', 'Feeding the cat', 9, false],
      ['money', expect.any(String), 2, false],
    ])
    expect(plan.items[0]?.concern.ownWords).toBe('I am tired all day')
    expect(plan.standing).toEqual({ state: 'draft', agreedVersion: null, isKeptFromPractice: false })
    expect(await setting.openTasks(patientId, 'agree_care_plan')).toHaveLength(1)
    expect(await setting.events(patientId)).toContain('care_plan.drafted')
  })

  it('is the same plan for everybody who starts it from the same assessment, also at once', async () => {
    const { clinician, supportWorker, breast, patient } = setting
    const patientId = await patient()
    await completedAssessment(clinician, patientId, breast)
    const made = await Promise.all(
      [clinician, supportWorker, clinician].map((actor) => draftCarePlan(actor, { patientId })),
    )
    expect(new Set(made.map(({ planId }) => planId)).size).toBe(1)
    const plan = await getLivePlan(clinician, { patientId })
    expect(plan.items).toHaveLength(3)
  })

  it('goes on with the next assessment: what is still to be done stays, what is settled leaves', async () => {
    const { clinician, breast, patient } = setting
    const patientId = await patient()
    const first = await agreedCarePlan(clinician, patientId, breast, {
      actions: [{ what: 'Refer to the welfare adviser', concern: 'money', owner: 'team' }],
    })
    await completedAssessment(clinician, patientId, breast, {
      concerns: [
        { code: 'worry', score: 7 },
        { code: 'fatigue', score: 5 },
      ],
    })
    const { planId } = await draftCarePlan(clinician, { patientId })
    expect(planId).toBe(first.id)
    const plan = await getLivePlan(clinician, { patientId, planId })
    expect(
      plan.items.filter((item) => !item.isLeftOut).map(({ concern }) => [concern.code, concern.score]),
    ).toEqual([
      ['worry', 7],
      ['fatigue', 5],
      ['money', 6],
    ])
    expect(plan.items.find(({ concern }) => concern.code === 'fatigue')?.goal).toBe(
      'Walk to the park and back',
    )
    expect(plan.standing).toMatchObject({ state: 'draft', agreedVersion: 1 })
    const [worry] = plan.items
    expect(worry?.goal).toBeNull()
    const tasks = await setting.openTasks(patientId)
    expect(tasks.map(({ kind }) => kind)).toEqual([
      'agree_care_plan',
      'complete_action',
      'read_shared_plan',
      'review_care_plan',
    ])
    expect(tasks[0]?.subject_id).toBe(plan.assessment.id)
  })

  it('numbers its versions on, whichever assessment they come from', async () => {
    const { clinician, breast, patient } = setting
    const patientId = await patient()
    await agreedCarePlan(clinician, patientId, breast)
    const again = await draftedCarePlan(clinician, patientId, breast)
    const plan = await agreed(clinician, again)
    expect(plan.versions.map(({ number }) => number)).toEqual([2, 1])
  })

  it('needs an assessment with concerns', async () => {
    const { clinician, breast, patient } = setting
    const patientId = await patient()
    await expect(draftCarePlan(clinician, { patientId })).rejects.toThrow('no holistic needs assessment yet')
    await completedAssessment(clinician, patientId, breast, { concerns: [] })
    await expect(draftCarePlan(clinician, { patientId })).rejects.toThrow('no plan is needed')
    expect(await getCarePlanPage(clinician, { patientId })).toMatchObject({
      plan: null,
      assessment: { concernCount: 0 },
    })
  })

  it('is not for somebody who has died', async () => {
    const { clinician, breast, patient, database } = setting
    const patientId = await patient()
    await completedAssessment(clinician, patientId, breast)
    await database.superuser.query('update patient set died_on = current_date where id = $1', [patientId])
    await expect(draftCarePlan(clinician, { patientId })).rejects.toThrow(RuleBroken)
    expect((await getCarePlanPage(clinician, { patientId })).plan).toBeNull()
  })

  it('is for the hospital teams that have the patient in care', async () => {
    const { clinician, urologist, gp, otherGp, breast, patient } = setting
    const patientId = await patient()
    await completedAssessment(clinician, patientId, breast)
    await expect(draftCarePlan(urologist, { patientId })).rejects.toThrow(NotFound)
    await expect(draftCarePlan(otherGp, { patientId })).rejects.toThrow(NotFound)
    await expect(draftCarePlan(gp, { patientId })).rejects.toThrow(NotAllowed)
    await expect(getCarePlanPage(gp, { patientId })).rejects.toThrow(NotAllowed)
    await expect(draftCarePlan(clinician, { patientId: crypto.randomUUID() })).rejects.toThrow(NotFound)
  })
})
