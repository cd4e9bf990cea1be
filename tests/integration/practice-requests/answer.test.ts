import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { NotFound, Stale } from '@/lib/platform/errors'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { getAskedRequest } from '@/lib/practice-requests/practice-queries'
import { getPracticeRequest } from '@/lib/practice-requests/queries'
import { answerPracticeRequestSchema } from '@/lib/practice-requests/schema'
import { registeredWith } from '@/tests/factories/care-plans'
import { answerTo, DECLINED, DONE, makeRequestSetting, type RequestSetting } from './setting'

let setting: RequestSetting
beforeAll(async () => {
  setting = await makeRequestSetting()
})
afterAll(() => setting.database.drop())

describe('what a summary asks of a practice', () => {
  it('is owed by the practice in ten working days, and its silence by the team a working day later', async () => {
    const { breast, practice } = setting
    // The Monday before Christmas 2026: Christmas Day, Boxing Day’s substitute and New Year’s Day are not worked.
    const request = await atInstant(new Date('2026-12-21T12:00:00Z'), () => setting.asked())
    expect(request).toMatchObject({ state: 'asked', answerDueOn: '2027-01-07', answer: null })
    expect(await setting.owed(request)).toEqual([
      { kind: 'answer_summary_request', team_id: practice, due_on: '2027-01-07' },
      { kind: 'await_practice_answer', team_id: breast, due_on: '2027-01-08' },
    ])
  })

  it('is shown with its reason, the diagnosis and whom to ring', async () => {
    const request = await setting.asked({ sentTo: setting.practice })
    const page = await getAskedRequest(setting.gp, request.id)
    expect(page).toMatchObject({
      what: 'Arrange a bone density scan',
      detail: 'An aromatase inhibitor thins the bones',
      state: 'asked',
      person: { name: 'SMITH, Anne' },
      background: { diagnosis: { icd10Code: 'C50.9' }, phase: 'Surgery and radiotherapy' },
    })
    expect(page.background?.deliveryId).toMatch(/^[0-9a-f-]{36}$/)
    expect(page.team.telephone).toMatch(/^01632/)
    expect(await setting.events(request.patientId)).toContain('practice_request.viewed')
  })

  it('accepted is on the practice’s list until it is done', async () => {
    const request = await setting.asked()
    const accepted = await setting.answer(request)
    expect(accepted).toMatchObject({ state: 'accepted', answer: { by: 'Beryl Singh' } })
    expect(await setting.owed(request)).toEqual([
      { kind: 'complete_summary_request', team_id: setting.practice, due_on: request.dueOn },
    ])
    const done = await setting.answer(accepted, { ...DONE, on: addDays(today(), -1) })
    expect(done).toMatchObject({ state: 'done', answer: { on: addDays(today(), -1), note: 'T score -1.2' } })
    expect(await setting.owed(request)).toEqual([])
    expect(await setting.events(request.patientId)).toEqual(
      expect.arrayContaining(['practice_request.accepted', 'practice_request.done']),
    )
  })

  it('can be done at once', async () => {
    const request = await setting.asked()
    expect(await setting.answer(request, DONE)).toMatchObject({ state: 'done' })
    expect(await setting.owed(request)).toEqual([])
  })

  it.each(['asked', 'accepted'])('%s and then declined comes back to the hospital team', async (state) => {
    const asked = await setting.asked()
    const request = state === 'accepted' ? await setting.answer(asked) : asked
    const declined = await setting.answer(request, DECLINED)
    expect(declined).toMatchObject({ state: 'declined', answer: { note: 'No scanner here' } })
    expect(await setting.owed(request)).toEqual([
      { kind: 'settle_declined_request', team_id: setting.breast, due_on: addDays(today(), 7) },
    ])
  })

  it.each([null, '  ', 'no'])('is not declined without a reason: %j', async (reason) => {
    const request = await setting.asked()
    await expect(setting.answer(request, { answer: 'declined', reason })).rejects.toMatchObject({
      errors: [{ field: 'reason', message: 'Enter why your practice cannot do it' }],
    })
    expect(await setting.now(request)).toMatchObject({ state: 'asked' })
  })

  it('is answered once: what came first is said to who comes second', async () => {
    const { gp } = setting
    const request = await setting.asked()
    const done = await setting.answer(request, DONE)
    await expect(setting.answer(done, DECLINED)).rejects.toThrow('answered already: it is done')
    const other = await setting.asked()
    const declined = await setting.answer(other, DECLINED)
    await expect(setting.answer(declined, DONE)).rejects.toThrow('said that it cannot do it')
    const third = await setting.asked()
    const accepted = await setting.answer(third)
    await expect(answerPracticeRequest(gp, answerTo(accepted))).rejects.toThrow('accepted this already')
    expect((await setting.now(third)).history).toHaveLength(2)
  })

  it('by two colleagues at once is answered once', async () => {
    const request = await setting.asked()
    const results = await Promise.allSettled([
      answerPracticeRequest(setting.gp, answerTo(request, DONE)),
      answerPracticeRequest(setting.gp, answerTo(request, DECLINED)),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await setting.now(request)).history).toHaveLength(2)
  })

  it('posted twice by the same form is answered once, and both posts succeed', async () => {
    const request = await setting.asked()
    const gp = { ...setting.gp, submission: { id: crypto.randomUUID(), action: 'practice.answer-request' } }
    await answerPracticeRequest(gp, answerTo(request))
    await expect(answerPracticeRequest(gp, answerTo(request))).resolves.toBeNull()
    expect((await setting.now(request)).history).toHaveLength(2)
  })

  it('is answered as it was shown', async () => {
    const request = await setting.asked()
    await expect(setting.answer(request, { version: 9 })).rejects.toThrow(Stale)
    const accepted = await setting.answer(request)
    await expect(setting.answer(request, DONE)).rejects.toThrow(Stale)
    expect(await setting.answer(accepted, DONE)).toMatchObject({ state: 'done' })
  })

  it('is not answered when it is withdrawn', async () => {
    const request = await setting.asked()
    await setting.withdraw(request)
    for (const answer of [DONE, DECLINED, {}])
      await expect(setting.answer(request, answer)).rejects.toThrow('withdrawn this request')
    expect(await setting.now(request)).toMatchObject({ state: 'withdrawn' })
  })

  it('is for the practice that was asked and no other, while the person is registered there', async () => {
    const { gp, otherGp, clinician, urologist, otherPractice } = setting
    const request = await setting.asked()
    for (const actor of [otherGp, clinician, urologist]) {
      await expect(getAskedRequest(actor, request.id)).rejects.toThrow(NotFound)
      await expect(answerPracticeRequest(actor, answerTo(request))).rejects.toThrow(NotFound)
    }
    for (const requestId of [crypto.randomUUID(), 'x'])
      await expect(getAskedRequest(gp, requestId)).rejects.toThrow(NotFound)
    await registeredWith(clinician, request.patientId, otherPractice)
    await expect(getAskedRequest(gp, request.id)).rejects.toThrow(NotFound)
    await expect(answerPracticeRequest(gp, answerTo(request))).rejects.toThrow(NotFound)
  })

  it('is seen by the practice on its patient’s page too, without what changes it', async () => {
    const { id: requestId, patientId } = await setting.asked()
    expect(await getPracticeRequest(setting.gp, { patientId, requestId })).toMatchObject({ mayChange: false })
    const place = { patientId, requestId }
    for (const actor of [setting.otherGp, setting.urologist])
      await expect(getPracticeRequest(actor, place)).rejects.toThrow(NotFound)
  })

  it('is posted with a day that has been', () => {
    const tomorrow = addDays(today(), 1).split('-')
    const posted = { requestId: crypto.randomUUID(), version: '1', answer: 'done' }
    const on = { year: tomorrow[0], month: tomorrow[1], day: tomorrow[2] }
    expect(answerPracticeRequestSchema.safeParse({ ...posted, on }).success).toBe(false)
  })
})
