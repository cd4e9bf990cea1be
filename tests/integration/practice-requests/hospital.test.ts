import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { askPractice } from '@/lib/practice-requests/ask-practice'
import { getPracticeRequest } from '@/lib/practice-requests/queries'
import type { PracticeRequestView, WantedRequest } from '@/lib/practice-requests/request'
import { settleDeclinedRequestSchema, withdrawPracticeRequestSchema } from '@/lib/practice-requests/schema'
import { withdrawRequests } from '@/lib/practice-requests/withdraw-requests'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { askedOfPractice, wantedRequest } from '@/tests/factories/practice-requests'
import { DECLINED, DONE, makeRequestSetting, type RequestSetting } from './setting'

let setting: RequestSetting
beforeAll(async () => {
  setting = await makeRequestSetting()
})
afterAll(() => setting.database.drop())

/** The summary signed again, asking this. */
const amend = (request: PracticeRequestView, change: Partial<WantedRequest> = {}) => {
  const { clinician, breast, practice } = setting
  const { patientId, summaryId } = request
  const place = { patientId, summaryId, teamId: breast, practiceTeamId: practice }
  return asActor(clinician, (tx) =>
    askPractice(tx, clinician, { ...place, requests: [wantedRequest(change)] }),
  )
}

describe('a summary that is signed again', () => {
  it('asks what it asked already once, and changes nothing where it says the same', async () => {
    const request = await setting.asked()
    expect(await amend(request)).toEqual({ asked: 0, changed: 0 })
    expect((await setting.now(request)).history).toHaveLength(1)
  })

  it.each(['asked', 'accepted'])('puts what is %s in the words of now', async (state) => {
    const asked = await setting.asked()
    if (state === 'accepted') await setting.answer(asked)
    const dueOn = addDays(today(), 60)
    expect(await amend(asked, { what: 'Arrange a DEXA scan', dueOn })).toEqual({ asked: 0, changed: 1 })
    const changed = await setting.now(asked)
    expect(changed).toMatchObject({ id: asked.id, state, what: 'Arrange a DEXA scan', dueOn })
    const [owed] = await setting.openTasks(asked.patientId, owedKind(state))
    expect(owed).toMatchObject({ subject_id: asked.id, detail: 'Arrange a DEXA scan' })
    expect(owed?.due_on).toBe(state === 'accepted' ? dueOn : asked.answerDueOn)
    await expect(setting.answer(asked, DONE)).rejects.toThrow(Stale)
    expect(await setting.answer(changed, DONE)).toMatchObject({ state: 'done' })
  })

  const owedKind = (state: string) =>
    state === 'accepted' ? 'complete_summary_request' : 'answer_summary_request'

  it('does not ask again what was answered', async () => {
    const done = await setting.asked()
    await setting.answer(done, DONE)
    const declined = await setting.asked()
    await setting.answer(declined, DECLINED)
    const settled = await setting.asked()
    await setting.settle(await setting.answer(settled, DECLINED), { settlement: 'not_needed' })
    for (const request of [done, declined, settled])
      expect(await amend(request, { what: 'Anything else' })).toEqual({ asked: 0, changed: 0 })
  })

  it('asks anew what was withdrawn', async () => {
    const request = await setting.asked()
    await setting.withdraw(request)
    expect(await amend(request)).toEqual({ asked: 1, changed: 0 })
    const anew = await setting.now(request)
    expect(anew.id).not.toBe(request.id)
    expect(anew.state).toBe('asked')
    const page = await getPracticeRequest(setting.clinician, {
      patientId: anew.patientId,
      requestId: anew.id,
    })
    expect(page.earlier.map(({ id, state }) => [id, state])).toEqual([[request.id, 'withdrawn']])
  })

  it('takes back what it asks no longer, and leaves what is settled', async () => {
    const { clinician, breast, practice } = setting
    const place = { patientId: await setting.patient(), teamId: breast, practiceTeamId: practice }
    const codes = ['a', 'b', 'c', 'd']
    const all = await askedOfPractice(clinician, place, { requests: codes.map((code) => ({ code })) })
    await setting.answer(all[0]!, DONE)
    await setting.answer(all[1]!, DECLINED)
    const { summaryId } = all[0]!
    const reason = 'The summary was amended'
    const withdrawn = await asActor(clinician, (tx) =>
      withdrawRequests(tx, clinician, { summaryId, codes: ['a', 'b', 'c', 'x'], reason }),
    )
    expect(withdrawn).toBe(2)
    const states = await Promise.all(all.map(async (request) => (await setting.now(request)).state))
    expect(states).toEqual(['done', 'withdrawn', 'withdrawn', 'asked'])
    expect((await setting.now(all[2]!)).answer).toMatchObject({ kind: 'withdrawn', note: reason })
    expect(await setting.owed(all[1]!)).toEqual([])
  })

  it('asks only the practice that the person is registered with', async () => {
    const { clinician, breast, otherPractice } = setting
    const place = { patientId: await setting.patient(), teamId: breast, practiceTeamId: otherPractice }
    await expect(askedOfPractice(clinician, place)).rejects.toThrow(RuleBroken)
  })
})

describe('the hospital team', () => {
  it('withdraws what it asked, with the reason', async () => {
    const request = await setting.asked()
    await setting.withdraw(request)
    expect(await setting.now(request)).toMatchObject({
      state: 'withdrawn',
      answer: { by: 'Beryl Jones', note: 'Scanned in the hospital' },
    })
    expect(await setting.owed(request)).toEqual([])
    await expect(setting.withdraw(request)).rejects.toThrow('settled already')
    expect(await setting.events(request.patientId)).toContain('practice_request.withdrawn')
  })

  it('is told what the practice answered meanwhile', async () => {
    const request = await setting.asked()
    const accepted = await setting.answer(request)
    await expect(setting.withdraw(request)).rejects.toThrow(Stale)
    await setting.withdraw(accepted, setting.supportWorker)
    expect(await setting.now(request)).toMatchObject({ state: 'withdrawn' })
  })

  it.each([
    ['done_here', 'done', 'Done by the hospital team: Scanned in the hospital'],
    ['another_practice', 'ended', 'Another practice or service was asked: Scanned in the hospital'],
    ['not_needed', 'ended', 'Not needed: Scanned in the hospital'],
  ] as const)('settles what the practice cannot do: %s', async (settlement, state, note) => {
    const request = await setting.asked()
    await expect(setting.settle(request)).rejects.toThrow('has not declined this')
    const declined = await setting.answer(request, DECLINED)
    await setting.settle(declined, { settlement })
    const settled = await setting.now(request)
    expect(settled).toMatchObject({ state, answer: { note } })
    expect(settled.history.map(({ kind }) => kind)).toEqual(['asked', 'declined', state])
    expect(await setting.owed(request)).toEqual([])
    await expect(setting.settle(settled)).rejects.toThrow('settled already')
    expect(await setting.events(request.patientId)).toContain('practice_request.settled')
  })

  it('settles once, though two do so at once', async () => {
    const declined = await setting.answer(await setting.asked(), DECLINED)
    const results = await Promise.allSettled([
      setting.settle(declined),
      setting.settle(declined, { settlement: 'not_needed' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is the one that asked and no practice, about a patient of its own', async () => {
    const request = await setting.asked()
    await expect(setting.withdraw(request, setting.urologist)).rejects.toThrow(NotFound)
    await expect(setting.withdraw(request, setting.gp)).rejects.toThrow(NotFound)
    const elsewhere = { ...request, patientId: await setting.patient() }
    await expect(setting.withdraw(elsewhere)).rejects.toThrow(NotFound)
    await expect(
      getPracticeRequest(setting.clinician, { patientId: elsewhere.patientId, requestId: request.id }),
    ).rejects.toThrow(NotFound)
  })

  it.each(['', 'no'])('says why: %j is not enough', (text) => {
    const ids = { patientId: crypto.randomUUID(), requestId: crypto.randomUUID(), version: '1' }
    expect(
      withdrawPracticeRequestSchema.safeParse({ ...ids, withdrawReason: text }).error?.issues,
    ).toMatchObject([{ path: ['withdrawReason'], message: 'Enter why it is withdrawn' }])
    const settling = {
      ...ids,
      settlement: 'not_needed',
      on: { day: '1', month: '2', year: '2026' },
      note: text,
    }
    expect(settleDeclinedRequestSchema.safeParse(settling).success).toBe(false)
  })
})

describe('the practice’s list', () => {
  it('has what waits for an answer and what was accepted, and counts them apart', async () => {
    const { gp, clinician } = setting
    const before = await getPracticeHome(gp, 1)
    const waiting = await setting.asked({ requests: [{ what: 'First on the list' }] })
    const accepted = await setting.asked()
    await setting.answer(accepted)
    const after = await getPracticeHome(gp, 1)
    expect(after.openRequests).toBe(before.openRequests + 1)
    expect(after.acceptedRequests).toBe(before.acceptedRequests + 1)
    const subjects = after.requests.map(({ kind, subject_id }) => `${kind} ${subject_id}`)
    expect(subjects).toContain(`answer_summary_request ${waiting.id}`)
    expect(subjects).toContain(`complete_summary_request ${accepted.id}`)
    expect(after.requests.find(({ subject_id }) => subject_id === waiting.id)).toMatchObject({
      what: 'First on the list',
      due_on: waiting.answerDueOn,
      team_name: waiting.team.name,
    })
    await expect(getPracticeHome(clinician, 1)).rejects.toThrow(NotAllowed)
  })
})
