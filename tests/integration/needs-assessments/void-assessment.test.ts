import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAgreementPage, getCarePlanPage } from '@/lib/care-plans/queries'
import { draftCarePlan } from '@/lib/care-plans/draft-care-plan'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { getAssessment } from '@/lib/needs-assessments/assessment-view'
import { concernHistory } from '@/lib/needs-assessments/concern-history'
import { openDraft } from '@/lib/needs-assessments/open-draft'
import { voidAssessment } from '@/lib/needs-assessments/void-assessment'
import { voidOffer } from '@/lib/needs-assessments/void-offer'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { completedAssessment, recordedOffer } from '@/tests/factories/assessments'
import { agreedCarePlan, draftedCarePlan } from '@/tests/factories/care-plans'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

describe('an assessment recorded in error', () => {
  let clinic: BreastClinic
  beforeAll(async () => {
    clinic = await aBreastClinic()
  })
  afterAll(() => clinic.database.drop())

  const voided = (patientId: string, assessmentId: string, actor = clinic.clinician) =>
    voidAssessment(actor, { patientId, assessmentId, reason: 'Of another person' })
  const kindsOpen = async (patientId: string) =>
    (await clinic.openTasks(patientId)).map(({ kind }) => kind).sort()

  it('stays readable, crossed out, with who and why', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const id = await completedAssessment(clinician, patientId, breast)
    expect(await getAssessment(clinician, patientId, id)).toMatchObject({ voided: null, mayVoid: true })
    await voided(patientId, id)
    const marked = { reason: 'Of another person', by: 'Beryl Jones' }
    expect(await getAssessment(clinician, patientId, id)).toMatchObject({
      concerns: [{ code: 'fatigue', score: 8 }, {}, {}],
      voided: { ...marked, on: today() },
      mayVoid: false,
    })
    const list = await listAssessments(clinician, patientId)
    expect(list.assessments).toMatchObject([{ id, voided: marked }])
    expect(
      (await clinic.events(patientId)).filter((event) => event === 'needs_assessment.voided'),
    ).toHaveLength(1)
    expect(await clinic.count('needs_assessment', patientId)).toBe(1)
  })

  it('opens again what it met: the offer that stands accepted is to be recorded', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const offeredOn = addDays(today(), -5)
    const offerId = await recordedOffer(clinician, patientId, breast, { offeredOn })
    const id = await completedAssessment(clinician, patientId, breast)
    expect(await kindsOpen(patientId)).toEqual(['agree_care_plan'])
    await voided(patientId, id)
    expect(await clinic.openTasks(patientId)).toMatchObject([
      { kind: 'record_assessment', dueOn: addDays(offeredOn, 14) },
    ])
    const { offers } = await listAssessments(clinician, patientId)
    expect(offers).toMatchObject([{ id: offerId, isAssessed: false, voided: null }])

    await completedAssessment(clinician, patientId, breast)
    expect(await kindsOpen(patientId)).toEqual(['agree_care_plan'])
  })

  it('leaves its offer to be voided too; where nothing is left, somebody asks the person today', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const offerId = await recordedOffer(clinician, patientId, breast)
    const id = await completedAssessment(clinician, patientId, breast)
    const voidingOffer = () => voidOffer(clinician, { patientId, offerId, reason: 'Of another person' })
    await expect(voidingOffer()).rejects.toThrow('An assessment came of this offer')
    await voided(patientId, id)
    await voidingOffer()
    expect(await clinic.openTasks(patientId)).toMatchObject([{ kind: 'offer_assessment', dueOn: today() }])

    const another = await clinic.patient()
    await voided(another, await completedAssessment(clinician, another, breast))
    expect(await clinic.openTasks(another)).toMatchObject([{ kind: 'offer_assessment', dueOn: today() }])
  })

  it('counts for no score, and the next starts from the one before', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const first = await completedAssessment(clinician, patientId, breast, {
      concerns: [{ code: 'sleep', score: 4 }],
      completedOn: addDays(today(), -30),
    })
    const second = await completedAssessment(clinician, patientId, breast, {
      concerns: [
        { code: 'sleep', score: 9 },
        { code: 'money', score: 7 },
      ],
    })
    expect((await openDraft(clinician, patientId)).last?.id).toBe(second)
    await voided(patientId, second)
    expect((await openDraft(clinician, patientId)).last?.id).toBe(first)
    const history = await concernHistory(clinician, patientId)
    expect(history).toHaveLength(1)
    expect(JSON.stringify(history)).toContain('"score":4')
    expect(JSON.stringify(history)).not.toContain('"score":9')
  })

  it('gives the plan back to the assessment before, under its date, unless that was planned for', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const first = await completedAssessment(clinician, patientId, breast, {
      completedOn: addDays(today(), -10),
    })
    const before = await clinic.openTasks(patientId)
    const second = await completedAssessment(clinician, patientId, breast)
    expect((await clinic.openTasks(patientId)).map(({ subjectId }) => subjectId)).toEqual([second])
    await voided(patientId, second)
    expect(before).toMatchObject([{ kind: 'agree_care_plan', subjectId: first }])
    expect(await clinic.openTasks(patientId)).toEqual(before)

    const planned = await clinic.patient()
    await agreedCarePlan(clinician, planned, breast)
    const standing = await clinic.openTasks(planned)
    await voided(planned, await completedAssessment(clinician, planned, breast))
    expect(await clinic.openTasks(planned)).toEqual(standing)
  })

  it('an earlier one than the last changes nothing that is open', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const first = await completedAssessment(clinician, patientId, breast, {
      completedOn: addDays(today(), -10),
    })
    await completedAssessment(clinician, patientId, breast)
    const open = await clinic.openTasks(patientId)
    await voided(patientId, first)
    expect(await clinic.openTasks(patientId)).toEqual(open)
  })

  it('is said by the draft plan made from it, which goes on with another', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const first = await completedAssessment(clinician, patientId, breast, {
      concerns: [{ code: 'sleep', score: 4 }],
      completedOn: addDays(today(), -10),
    })
    const plan = await draftedCarePlan(clinician, patientId, breast)
    expect(await getCarePlanPage(clinician, { patientId })).toMatchObject({ isAssessedInError: false })
    await voided(patientId, plan.assessment.id)
    expect(await getCarePlanPage(clinician, { patientId })).toMatchObject({
      isAssessedInError: true,
      isAssessedSince: true,
      assessment: { id: first },
    })
    expect(await getAgreementPage(clinician, { patientId })).toMatchObject({ isAssessedInError: true })
    expect(await clinic.openTasks(patientId)).toMatchObject([{ kind: 'agree_care_plan', subjectId: first }])
    await draftCarePlan(clinician, { patientId })
    expect(await getCarePlanPage(clinician, { patientId })).toMatchObject({
      isAssessedInError: false,
      plan: { id: plan.id, assessment: { id: first } },
    })
  })

  it('leaves a plan that was agreed from it alone; its page says so', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const agreed = await agreedCarePlan(clinician, patientId, breast)
    const open = await kindsOpen(patientId)
    await voided(patientId, agreed.assessment.id)
    const page = await getCarePlanPage(clinician, { patientId })
    expect(page).toMatchObject({ isAssessedInError: true, assessment: null })
    expect(page.plan).toEqual(agreed)
    expect(await kindsOpen(patientId)).toEqual([...open, 'offer_assessment'].sort())
  })

  it('opens nothing for somebody who has died', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient({ diedOn: today() })
    const id = await completedAssessment(clinician, patientId, breast, { completedOn: addDays(today(), -3) })
    await voided(patientId, id)
    expect(await clinic.openTasks(patientId)).toEqual([])
  })

  it('is marked once, by a clinician, under the person it is of', async () => {
    const { clinician, supportWorker, breast } = clinic
    const patientId = await clinic.patient()
    const other = await clinic.patient()
    const id = await completedAssessment(clinician, patientId, breast)
    expect(await getAssessment(supportWorker, patientId, id)).toMatchObject({ mayVoid: false })
    await expect(getAssessment(supportWorker, patientId, id, 'void')).rejects.toThrow(NotAllowed)
    await expect(voided(patientId, id, supportWorker)).rejects.toThrow(NotAllowed)
    await expect(voided(other, id)).rejects.toThrow(NotFound)
    expect(await clinic.count('voided_fact', patientId)).toBe(0)
    const twice = await Promise.allSettled([voided(patientId, id), voided(patientId, id)])
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(voided(patientId, id)).rejects.toThrow(RuleBroken)
    expect(await clinic.openTasks(patientId)).toHaveLength(1)
  })
})
