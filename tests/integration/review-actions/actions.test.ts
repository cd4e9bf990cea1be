import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { getFirstPage } from '@/lib/cancer-care-reviews/get-first-page'
import { addDays } from '@/lib/nhs/calendar-date'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { answerReviewAction } from '@/lib/review-actions/answer-review-action'
import { followReviewTask } from '@/lib/review-actions/follow-task'
import { getReviewAction } from '@/lib/review-actions/queries'
import { closeTask } from '@/lib/tasks/close-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import {
  recordedReview,
  typedAction,
  type ReviewPlace,
  type ReviewPlan,
} from '@/tests/factories/review-drafts'
import { ago, makeReviewSetting, type ReviewSetting } from '../cancer-care-reviews/setting'

let setting: ReviewSetting
beforeAll(async () => {
  setting = await makeReviewSetting()
})
afterAll(() => setting.database.drop())

type Agreed = ReviewPlace & { reviewId: string; actionId: string }
type Answer = Parameters<typeof answerReviewAction>[1]

/** A review that agreed one thing. @param owner `person`, `practice`, or a hospital team */
const agreed = async (owner: string, plan: ReviewPlan = {}): Promise<Agreed> => {
  const place = await setting.diagnosed(ago(30))
  const reviewId = await recordedReview(setting.gp, place, { actions: [typedAction(owner)], ...plan })
  const { rows } = await setting.database.superuser.query(
    'select id from review_action where review_id = $1',
    [reviewId],
  )
  return { ...place, reviewId, actionId: rows[0].id as string }
}
const say = async (actor: Actor, place: Agreed, answer: Answer['answer'], change: Partial<Answer> = {}) => {
  const { version } = await getReviewAction(actor, place)
  await answerReviewAction(actor, {
    patientId: place.patientId,
    actionId: place.actionId,
    version,
    answer,
    doneOn: null,
    outcome: null,
    declinedReason: 'No slot before spring',
    notNeededReason: 'The pain has gone',
    postponedTo: addDays(today(), 60),
    postponedReason: 'Away until then',
    ...change,
  })
}
const owed = async ({ patientId, actionId }: Agreed) =>
  (await setting.openTasks(patientId))
    .filter(({ subject_id }) => subject_id === actionId)
    .map(({ kind, team_id, due_on }) => [kind, team_id, due_on])
const stateOf = async (place: Agreed) => (await getReviewAction(setting.gp, place)).state
const DUE = addDays(today(), 14)

describe('what a review agreed', () => {
  it.each(['person', 'practice'] as const)(
    'is finished by the practice with what came of it: %s',
    async (owner) => {
      const { gp, practice } = setting
      const place = await agreed(owner)
      expect(await owed(place)).toEqual([['complete_review_action', practice, DUE]])
      await say(gp, place, 'done', { outcome: 'Walks daily' })
      expect(await owed(place)).toEqual([])
      expect(await getReviewAction(gp, place)).toMatchObject({
        state: 'done',
        answers: [],
        history: [{ note: 'Walks daily' }],
      })
      await expect(say(gp, place, 'not_needed')).rejects.toThrow(RuleBroken)
    },
  )

  it('is moved to another day, under one date', async () => {
    const { gp, practice } = setting
    const place = await agreed('person')
    await say(gp, place, 'postponed')
    expect(await owed(place)).toEqual([['complete_review_action', practice, addDays(today(), 60)]])
    expect((await getReviewAction(gp, place)).dueOn).toBe(addDays(today(), 60))
    await say(gp, place, 'not_needed')
    expect(await owed(place)).toEqual([])
  })

  it('arrives with the hospital team that is asked, which does it', async () => {
    const { supportWorker, breast } = setting
    const place = await agreed(setting.breast)
    expect(await owed(place)).toEqual([['answer_review_action', breast, DUE]])
    await say(supportWorker, place, 'done', { outcome: 'Seen in clinic' })
    expect([await owed(place), await stateOf(place)]).toEqual([[], 'done'])
  })

  it('comes back to the practice when the hospital team cannot, which finds another way', async () => {
    const { clinician, gp, practice } = setting
    const place = await agreed(setting.breast)
    await say(clinician, place, 'declined')
    expect(await owed(place)).toEqual([['settle_review_action', practice, addDays(today(), 7)]])
    await expect(say(clinician, place, 'done')).rejects.toThrow(RuleBroken)
    expect((await getFirstPage(gp, place)).open).toMatchObject([{ state: 'declined' }])
    await say(gp, place, 'done')
    expect([await owed(place), await stateOf(place)]).toEqual([[], 'done'])
  })

  it('asks for a reason and for a date, at the box that is empty', async () => {
    const place = await agreed('person')
    await expect(say(setting.gp, place, 'not_needed', { notNeededReason: null })).rejects.toMatchObject({
      errors: [{ field: 'notNeededReason' }],
    })
    await expect(say(setting.gp, place, 'postponed', { postponedTo: null })).rejects.toMatchObject({
      errors: [{ field: 'postponedTo' }],
    })
    expect(await stateOf(place)).toBe('open')
  })

  it('takes one answer: the second is told who gave the first', async () => {
    const { gp } = setting
    const place = await agreed('person')
    await say(gp, place, 'postponed')
    await expect(say(gp, place, 'done', { version: 0 })).rejects.toThrow(Stale)
    const both = await Promise.allSettled([say(gp, place, 'done'), say(gp, place, 'not_needed')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('goes the way of its task on the worklist: closed there, the team cannot do it', async () => {
    const { clinician, practice } = setting
    const place = await agreed(setting.breast)
    const task = async () => {
      const { rows } = await setting.database.superuser.query(
        `select id, version from task where subject_id = $1 and closed_at is null`,
        [place.actionId],
      )
      return { taskId: rows[0].id as string, version: rows[0].version as number }
    }
    const later = addDays(today(), 40)
    await postponeTask(clinician, { ...(await task()), dueOn: later, reason: 'Away' }, followReviewTask)
    expect((await getReviewAction(clinician, place)).dueOn).toBe(later)
    await closeTask(clinician, { ...(await task()), reason: 'No scanner here' }, followReviewTask)
    expect(await owed(place)).toEqual([['settle_review_action', practice, addDays(today(), 7)]])
    expect((await getReviewAction(clinician, place)).history.at(-1)).toMatchObject({
      kind: 'declined',
      note: 'No scanner here',
    })
  })
})

describe('who reads what a review agreed', () => {
  it('hospital teams, as far as the practice shares; what is asked of one in any case', async () => {
    const { clinician, breast } = setting
    const kept = await agreed('person', { isShared: 'no' })
    await expect(getReviewAction(clinician, kept)).rejects.toThrow(NotFound)
    expect((await getRecord(clinician, kept.patientId)).reviews).toMatchObject([
      { heldOn: today(), outcome: null, by: null, actions: [] },
    ])
    const shared = await agreed('person')
    expect(await getReviewAction(clinician, shared)).toMatchObject({ answers: [], isPractice: false })
    await expect(say(clinician, shared, 'done')).rejects.toThrow(NotAllowed)
    expect((await getRecord(clinician, shared.patientId)).reviews).toMatchObject([
      { outcome: 'Tired, and otherwise doing well', actions: [{ whose: 'The person', state: 'open' }] },
    ])
    const asked = await agreed(breast, { isShared: 'no' })
    expect(await getReviewAction(clinician, asked)).toMatchObject({ answers: ['done', 'declined'] })
    expect((await getRecord(clinician, asked.patientId)).reviews).toMatchObject([
      { outcome: null, actions: [{ state: 'open' }] },
    ])
  })

  it('no hospital without the person in care, and no other practice', async () => {
    const { urologist, otherGp } = setting
    const place = await agreed(setting.breast)
    for (const actor of [urologist, otherGp])
      await expect(getReviewAction(actor, place)).rejects.toThrow(NotFound)
  })
})

describe('what a review agreed when things change', () => {
  it.each(['person', 'practice'] as const)('follows the person to another practice: %s', async (owner) => {
    const { otherPractice, otherGp, gp } = setting
    const place = await agreed(owner)
    await setting.move(place.patientId, otherPractice)
    expect(await owed(place)).toEqual([['complete_review_action', otherPractice, DUE]])
    await expect(say(gp, place, 'done')).rejects.toThrow(NotFound)
    await say(otherGp, place, 'done')
    expect(await owed(place)).toEqual([])
  })

  it('waits for a practice while none is known, moved day and next review included', async () => {
    const { gp, otherPractice } = setting
    const place = await agreed('person', { nextReviewOn: addDays(today(), 180) })
    await say(gp, place, 'postponed')
    await setting.move(place.patientId, '')
    expect(await owed(place)).toEqual([])
    await setting.move(place.patientId, otherPractice)
    expect(await owed(place)).toEqual([['complete_review_action', otherPractice, addDays(today(), 60)]])
    expect(await setting.openTasks(place.patientId, 'hold_agreed_review')).toMatchObject([
      { team_id: otherPractice, due_on: addDays(today(), 180) },
    ])
  })

  it('does not come back at another practice once it is settled', async () => {
    const place = await agreed('person')
    await say(setting.gp, place, 'done')
    await setting.move(place.patientId, setting.otherPractice)
    expect(await owed(place)).toEqual([])
  })

  it('ends with a death, and is open again when that was a mistake', async () => {
    const place = await agreed(setting.breast)
    const before = await owed(place)
    await setting.die(place.patientId)
    expect(await owed(place)).toEqual([])
    await setting.comeBack(place.patientId)
    expect(await owed(place)).toEqual(before)
  })

  it('comes back when the care of the team that was asked ends, or goes with it to another team', async () => {
    const { clinician, practice, breast, urology } = setting
    const ending = (place: Agreed, openTasks: string) =>
      endCare(clinician, { patientId: place.patientId, teamId: breast, reason: 'Discharged', openTasks })
    const alone = await agreed(breast)
    await ending(alone, 'close')
    expect(await owed(alone)).toEqual([['settle_review_action', practice, addDays(today(), 7)]])
    const handed = await agreed(breast)
    await beginCare(clinician, { patientId: handed.patientId, teamId: urology })
    await ending(handed, urology)
    expect(await owed(handed)).toEqual([['answer_review_action', urology, DUE]])
    expect((await getReviewAction(setting.urologist, handed)).history).toMatchObject([{ kind: 'handed_on' }])
  })
})
