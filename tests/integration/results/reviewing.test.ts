import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { getResult } from '@/lib/results/queries'
import { reviewResult } from '@/lib/results/review-result'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

type Review = Parameters<typeof reviewResult>[1]

/** A review as the page that was just opened posts it. */
const review = async (
  place: { patientId: string; resultId: string },
  change: Partial<Review> = {},
  actor = setting.clinician,
) => {
  const { result } = await getResult(setting.clinician, place)
  return reviewResult(actor, {
    patientId: place.patientId,
    resultId: result.id,
    judgementId: result.judgementId,
    decision: 'continue',
    repeatOn: null,
    suspendUntil: null,
    note: null,
    ...change,
  })
}

const events = (patientId: string) =>
  asActor(setting.clinician, (tx) => tx.pathwayEvent.findMany({ where: { patientId } }))

describe('the review of a result', () => {
  it('shows the result beside its trend, the limits of the protocol and what was raised', async () => {
    const { patientId } = await setting.followed()
    await setting.readings(patientId, [
      [6, '<0.01'],
      [3, '0.05'],
    ])
    const resultId = await setting.file(patientId, { value: '0.25' })
    const page = await getResult(setting.clinician, { patientId, resultId })
    expect(page.trend?.readings.map(({ value }) => value.quantity.written)).toEqual(['<0.01', '0.05', '0.25'])
    expect(page.trend?.limits).toEqual([{ value: 0.2, words: 'at or above 0.2 µg/L' }])
    expect(page.result.alerts.map(({ rule }) => rule)).toContain('psa_limit')
    expect(page).toMatchObject({ mayReview: true, hasPathway: true })
    expect(await setting.events(patientId)).toContain('result.viewed')
  })

  it('is found by the test that the task is about', async () => {
    const { patientId, testId } = await setting.due()
    const id = await setting.file(patientId)
    expect((await getResult(setting.clinician, { patientId, resultId: testId })).result.id).toBe(id)
  })

  it('closes the task as met, and telling the person is owed by the pathway', async () => {
    const { patientId, testId } = await setting.due()
    await setting.file(patientId, { value: '0.25' })
    await review({ patientId, resultId: testId }, { decision: 'contact', note: 'Rings tomorrow' })
    expect(await setting.reviewsOwed(patientId)).toEqual([])
    expect(await setting.openTasks(patientId, 'tell_result')).toMatchObject([{ subject_id: testId }])
    const { rows } = await setting.database.superuser.query<{ closure: string }>(
      `select closure::text from task where patient_id = $1 and kind = 'review_result'`,
      [patientId],
    )
    expect(rows).toEqual([{ closure: 'met' }])
    expect(await setting.events(patientId)).toContain('result.reviewed')
  })

  it('with a repeat makes another test due, which the planned ones know nothing of', async () => {
    const { patientId, testId } = await setting.due()
    await setting.file(patientId, { value: '0.25' })
    const repeatOn = addDays(today(), 28)
    await review({ patientId, resultId: testId }, { decision: 'repeat', repeatOn })
    expect(await setting.openTasks(patientId, 'request_surveillance_test')).toEqual(
      expect.arrayContaining([expect.objectContaining({ due_on: repeatOn })]),
    )
  })

  it('with a recall has the person seen within the days that the team has set', async () => {
    const { patientId, testId } = await setting.due()
    await setting.file(patientId, { value: '0.25' })
    await review({ patientId, resultId: testId }, { decision: 'recall' })
    expect(await setting.openTasks(patientId, 'see_after_recall')).toMatchObject([
      { due_on: addDays(today(), 14), team_id: setting.breast },
    ])
    expect(await events(patientId)).toMatchObject([{ kind: 'recalled', reason: 'PSA 0.25 µg/L' }])
  })

  it('with a suspension asks for no test until it is looked at again', async () => {
    const { patientId, testId } = await setting.due()
    await setting.file(patientId, { value: '0.25' })
    const suspendUntil = addDays(today(), 60)
    await review({ patientId, resultId: testId }, { decision: 'suspend', suspendUntil })
    expect(await setting.openTasks(patientId, 'request_surveillance_test')).toEqual([])
    expect(await setting.openTasks(patientId, 'review_suspended_pathway')).toMatchObject([
      { due_on: suspendUntil },
    ])
  })

  it.each(['repeat', 'suspend'] as const)('is not saved without its date: %s', async (decision) => {
    const { patientId, testId } = await setting.due()
    await setting.file(patientId, { value: '0.25' })
    const field = decision === 'repeat' ? 'repeatOn' : 'suspendUntil'
    await expect(review({ patientId, resultId: testId }, { decision })).rejects.toMatchObject({
      errors: [{ field }],
    })
    expect(await setting.reviewsOwed(patientId)).toHaveLength(1)
  })

  it('of somebody on no pathway cannot change one', async () => {
    const patientId = await setting.patient()
    const resultId = await setting.file(patientId)
    await expect(review({ patientId, resultId }, { decision: 'recall' })).rejects.toMatchObject({
      errors: [{ field: 'decision' }],
    })
    await review({ patientId, resultId })
    expect(await setting.reviewsOwed(patientId)).toEqual([])
  })

  it('is of what was shown: a later result that changes the judgement has it looked at again', async () => {
    const { patientId } = await setting.followed()
    const [resultId = ''] = await setting.readings(patientId, [[0, '0.19']])
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    await setting.readings(patientId, [
      [9, '0.05'],
      [6, '0.10'],
      [3, '0.15'],
    ])
    const stale = review({ patientId, resultId }, { judgementId: result.judgementId })
    await expect(stale).rejects.toThrow(Stale)
    await review({ patientId, resultId })
    expect((await setting.row(resultId)).reviews).toHaveLength(1)
  })

  it('reviewed in range and then raised by a late result is owed again', async () => {
    const { patientId } = await setting.followed()
    const [resultId = ''] = await setting.readings(patientId, [[0, '0.19']])
    await review({ patientId, resultId })
    await setting.readings(patientId, [
      [9, '0.05'],
      [6, '0.10'],
      [3, '0.15'],
    ])
    const { testId } = await setting.row(resultId)
    expect((await setting.reviewsOwed(patientId)).map(({ subject_id }) => subject_id)).toContain(testId)
  })

  it('owed again because of a late result is still owed after the night', async () => {
    const { patientId } = await setting.followed()
    const [resultId = ''] = await setting.readings(patientId, [[0, '0.19']])
    await review({ patientId, resultId })
    await setting.readings(patientId, [
      [9, '0.05'],
      [6, '0.10'],
      [3, '0.15'],
    ])
    const owed = await setting.reviewsOwed(patientId)
    await recomputeFollowUp({ job: 'recompute_follow_up' })
    expect(await setting.reviewsOwed(patientId)).toEqual(owed)
  })

  it('is made once: by two colleagues at the same time, the second is told', async () => {
    const { patientId } = await setting.followed()
    const resultId = await setting.file(patientId, { value: '0.25' })
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    const change = { judgementId: result.judgementId }
    const both = await Promise.allSettled([
      review({ patientId, resultId }, change),
      review({ patientId, resultId }, change),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await setting.row(resultId)).reviews).toHaveLength(1)
  })

  it('is for clinicians of a team that has the person in care', async () => {
    const { patientId } = await setting.followed()
    const resultId = await setting.file(patientId, { value: '0.25' })
    const { supportWorker, gp, urologist } = setting
    await expect(review({ patientId, resultId }, {}, supportWorker)).rejects.toThrow(NotAllowed)
    await expect(review({ patientId, resultId }, {}, gp)).rejects.toThrow(NotAllowed)
    await expect(review({ patientId, resultId }, {}, urologist)).rejects.toThrow(NotFound)
    expect(await getResult(supportWorker, { patientId, resultId })).toMatchObject({ mayReview: false })
    for (const id of [crypto.randomUUID(), 'x'])
      await expect(getResult(setting.clinician, { patientId, resultId: id })).rejects.toThrow(NotFound)
  })
})
