import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { addDays } from '@/lib/nhs/calendar-date'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { askPractice } from '@/lib/practice-requests/ask-practice'
import { getAskedRequest } from '@/lib/practice-requests/practice-queries'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { wantedRequest } from '@/tests/factories/practice-requests'
import { answerTo, DECLINED, DONE, makeRequestSetting, type RequestSetting } from './setting'

let setting: RequestSetting
beforeAll(async () => {
  setting = await makeRequestSetting()
})
afterAll(() => setting.database.drop())

const move = async ({ patientId }: PracticeRequestView, practiceId: string) => {
  const { version } = await getPracticeChoice(setting.clinician, patientId)
  await changeRegisteredPractice(setting.clinician, { patientId, version, practiceId })
}
const die = async ({ patientId }: PracticeRequestView, by: Actor) => {
  await recordDeath(by, { patientId, version: await versionOf(patientId), diedOn: today(), isChecked: true })
}
const comeBack = async ({ patientId }: PracticeRequestView) => {
  const reason = 'Another person of that name'
  await correctDeath(setting.clinician, { patientId, version: await versionOf(patientId), reason })
}
const versionOf = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query('select version from patient where id = $1', [
    patientId,
  ])
  return rows[0].version as number
}
/** Each request of the summary that there ever was, oldest first: whose, and what was said of it. */
const story = async ({ summaryId }: PracticeRequestView) => {
  const { rows } = await setting.database.superuser.query<{ practice: string; kinds: string[] }>(
    `select request.practice_team_id as practice, array_agg(event.kind::text order by event.id) as kinds
     from practice_request as request join practice_request_event as event on event.request_id = request.id
     where request.summary_id = $1 group by request.id order by request.id`,
    [summaryId],
  )
  return rows.map(({ practice, kinds }) => [practice, kinds.join(' ')])
}

describe('somebody who moves to another practice', () => {
  it.each(['asked', 'accepted', 'declined'])('is asked about there anew: %s before', async (state) => {
    const { practice, otherPractice, otherGp, gp, breast } = setting
    const request = await setting.asked()
    if (state === 'accepted') await setting.answer(request)
    if (state === 'declined') await setting.answer(request, DECLINED)
    await move(request, otherPractice)
    const said = state === 'asked' ? 'asked ended' : `asked ${state} ended`
    expect(await story(request)).toEqual([
      [practice, said],
      [otherPractice, 'asked'],
    ])
    expect(await setting.owed(request)).toEqual([])
    const anew = await setting.now(request)
    expect((await setting.owed(anew)).map(({ kind, team_id }) => [kind, team_id])).toEqual([
      ['answer_summary_request', otherPractice],
      ['await_practice_answer', breast],
    ])
    await expect(setting.answer(request, DONE, gp)).rejects.toThrow(NotFound)
    expect(await getAskedRequest(otherGp, anew.id)).toMatchObject({ state: 'asked', dueOn: request.dueOn })
    expect(await setting.answer(anew, DONE, otherGp)).toMatchObject({ state: 'done' })
  })

  it('keeps what was done', async () => {
    const request = await setting.asked()
    await setting.answer(request, DONE)
    await move(request, setting.otherPractice)
    expect(await story(request)).toEqual([[setting.practice, 'asked done']])
  })

  it('to nobody knows where comes back to the hospital team; a practice that is found is asked', async () => {
    const { otherPractice, otherGp, breast } = setting
    const request = await setting.asked()
    await move(request, '')
    const back = await setting.now(request)
    expect(back).toMatchObject({
      state: 'declined',
      answer: { note: 'The person left the practice, and no other is known', by: 'Beryl Jones' },
    })
    expect(await setting.owed(request)).toEqual([
      { kind: 'settle_declined_request', team_id: breast, due_on: addDays(today(), 7) },
    ])
    await move(request, otherPractice)
    expect(await setting.answer(await setting.now(request), {}, otherGp)).toMatchObject({ state: 'accepted' })
  })

  it('while the practice answers: the answer stands or the practice is told, never both', async () => {
    const request = await setting.asked()
    const [answered] = await Promise.allSettled([
      setting.answer(request, DONE),
      move(request, setting.otherPractice),
    ])
    const all = await story(request)
    expect(all).toEqual(
      answered.status === 'fulfilled'
        ? [[setting.practice, 'asked done']]
        : [
            [setting.practice, 'asked ended'],
            [setting.otherPractice, 'asked'],
          ],
    )
  })
})

describe('a death', () => {
  it.each(['the hospital', 'the practice'])('recorded by %s ends all that is asked', async (who) => {
    const request = await setting.asked({ requests: [{ code: 'a' }, { code: 'b' }] })
    await setting.answer(request, DECLINED)
    await die(request, who === 'the practice' ? setting.gp : setting.clinician)
    expect((await story(request)).map(([, kinds]) => kinds)).toEqual(['asked declined ended', 'asked ended'])
    expect(await setting.openTasks(request.patientId)).toEqual([])
    expect(await setting.now(request)).toMatchObject({
      state: 'ended',
      answer: { note: 'The person has died' },
    })
    await expect(setting.answer(await setting.now(request))).rejects.toThrow('This request has ended')
  })

  it('asks nothing any more', async () => {
    const { clinician, breast, practice } = setting
    const request = await setting.asked()
    await die(request, clinician)
    const { patientId, summaryId } = request
    const place = { patientId, summaryId, teamId: breast, practiceTeamId: practice }
    const requests = [wantedRequest(), wantedRequest({ code: 'other' })]
    const asking = asActor(clinician, (tx) => askPractice(tx, clinician, { ...place, requests }))
    expect(await asking).toEqual({ asked: 0, changed: 0 })
  })

  it('taken back asks anew what it ended, time after time', async () => {
    const { practice, clinician } = setting
    const request = await setting.asked()
    for (const times of [1, 2]) {
      await die(request, clinician)
      await comeBack(request)
      expect((await story(request)).map(([, kinds]) => kinds)).toEqual([
        ...Array<string>(times).fill('asked ended'),
        'asked',
      ])
    }
    const anew = await setting.now(request)
    expect((await setting.owed(anew)).map(({ kind }) => kind)).toEqual([
      'answer_summary_request',
      'await_practice_answer',
    ])
    expect(await setting.owed(request)).toEqual([])
    expect(anew.practice.id).toBe(practice)
  })
})

describe('the care of the team that asked, when it ends', () => {
  const end = async ({ patientId }: PracticeRequestView, openTasks: string) => {
    const { clinician, breast } = setting
    await endCare(clinician, { patientId, teamId: breast, reason: 'Discharged', openTasks })
  }
  const alsoInUrology = ({ patientId }: PracticeRequestView) =>
    beginCare(setting.clinician, { patientId, teamId: setting.urology })

  it('is handed over with what it asked', async () => {
    const { urology, urologist, practice } = setting
    const request = await setting.asked()
    await alsoInUrology(request)
    await end(request, urology)
    expect((await setting.owed(request)).map(({ kind, team_id }) => [kind, team_id])).toEqual([
      ['answer_summary_request', practice],
      ['await_practice_answer', urology],
    ])
    expect((await setting.now(request, urologist)).team.id).toBe(urology)
  })

  it('leaves what the practice owes; declined, it goes to a team that is left', async () => {
    const { urology, urologist, gp } = setting
    const request = await setting.asked()
    await alsoInUrology(request)
    await end(request, 'close')
    expect((await setting.owed(request)).map(({ kind }) => kind)).toEqual(['answer_summary_request'])
    await answerPracticeRequest(gp, answerTo(await setting.now(request, gp), DECLINED))
    expect((await setting.now(request, urologist)).state).toBe('declined')
    expect((await setting.owed(request)).map(({ kind, team_id }) => [kind, team_id])).toEqual([
      ['settle_declined_request', urology],
    ])
  })

  it('ends what nobody is left to settle', async () => {
    const { gp } = setting
    const declined = await setting.answer(await setting.asked(), DECLINED)
    await end(declined, 'close')
    expect(await setting.now(declined, gp)).toMatchObject({ state: 'ended' })
    const asked = await setting.asked()
    await end(asked, 'close')
    await answerPracticeRequest(gp, answerTo(asked, DECLINED))
    const last = await setting.now(asked, gp)
    expect(last.history.map(({ kind }) => kind)).toEqual(['asked', 'declined', 'ended'])
    expect(await setting.owed(asked)).toEqual([])
  })
})
