import { getLivePlan } from '@/lib/care-plans/queries'
import { changeAction } from '@/lib/care-plans/change-action'
import { answerPracticeAction } from '@/lib/care-plans/answer-practice-action'
import { finishedAction } from '@/tests/factories/care-plans'
import { actionFor, agreedPlan, assessed, offered, type Ask, type Concerns } from '../care'
import type { Scene, Story } from '../scene'

const breast = { team: 'ZT101-BREAST' } as const

/** Actions of agreed plans, in every state. */
export const ACTION_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Actions overdue: her own, Samir’s and the team’s',
    person: { givenName: 'Pamela', familyName: 'Reidman' },
    practice: 'Z90003',
    diagnosedDaysAgo: 120,
    tell: async (scene) => {
      await planned(scene, 70, [
        { concern: 'fatigue', owner: 'person', inDays: 50 },
        { concern: 'fatigue', owner: { staffId: scene.worker.staffId }, inDays: 60 },
        { concern: 'money', owner: 'team', inDays: 45 },
      ])
    },
  },
  {
    ...breast,
    situation: 'Action done: better, and the score lower',
    person: { givenName: 'Christine', familyName: 'Woodley' },
    practice: 'Z90002',
    diagnosedDaysAgo: 130,
    tell: done,
  },
  {
    ...breast,
    situation: 'Practice declined an action: another way to be found',
    person: { givenName: 'Monica', familyName: 'Fielding' },
    practice: 'Z90001',
    diagnosedDaysAgo: 88,
    tell: (scene) => answered(scene, 'declined'),
  },
  {
    ...breast,
    situation: 'Practice did what it was asked',
    person: { givenName: 'Eileen', familyName: 'Burnage' },
    practice: 'Z90001',
    diagnosedDaysAgo: 94,
    tell: (scene) => answered(scene, 'done'),
  },
  {
    ...breast,
    situation: 'Practice asked, answer overdue, plan unread',
    person: { givenName: 'Olwen', familyName: 'Madoc', language: 'cy' },
    practice: 'Z90001',
    diagnosedDaysAgo: 102,
    tell: async (scene) => {
      await planned(scene, 33, [{ concern: 'fatigue', owner: 'practice', inDays: 28 }], { isUnread: true })
    },
  },
  {
    ...breast,
    situation: 'Practice asked, due this week (Harbour Medical Centre)',
    person: { givenName: 'Audrey', familyName: 'Penhale' },
    practice: 'Z90002',
    diagnosedDaysAgo: 76,
    tell: async (scene) => {
      await planned(scene, 11, [{ concern: 'money', owner: 'practice', inDays: 14 }])
    },
  },
  {
    ...breast,
    situation: 'Action handed on and given more time, so the next version is to be agreed',
    person: { givenName: 'Doreen', familyName: 'Latimer' },
    practice: 'Z90004',
    diagnosedDaysAgo: 105,
    tell: handedOn,
  },
]

const CONCERNS: Concerns = [
  ['fatigue', 8],
  ['money', 6],
]

async function planned(scene: Scene, daysAgo: number, actions: readonly Ask[], { isUnread = false } = {}) {
  await offered(scene, daysAgo + 12, 'accepted')
  await assessed(scene, daysAgo + 7, CONCERNS)
  return agreedPlan(scene, daysAgo, { actions, isUnread })
}

async function done(scene: Scene): Promise<void> {
  const plan = await planned(scene, 62, [
    { concern: 'fatigue', owner: 'person', inDays: 42 },
    { concern: 'money', owner: 'team', inDays: 30 },
  ])
  const better = { outcome: 'better', newScore: 4, note: 'Walks to the shop and back most days.' } as const
  await scene.on(20, () =>
    finishedAction(scene.clinician, plan, actionFor(plan, 'fatigue', 'person'), better),
  )
  const resolved = { outcome: 'resolved', newScore: 1, note: 'Benefits in place since last month.' } as const
  await scene.on(30, () => finishedAction(scene.worker, plan, actionFor(plan, 'money', 'team'), resolved))
}

async function answered(scene: Scene, answer: 'done' | 'declined'): Promise<void> {
  const plan = await planned(scene, 27, [{ concern: 'fatigue', owner: 'practice', inDays: 21 }])
  const gp = scene.crew.named('priya')
  const { id, version } = actionFor(plan, 'fatigue', 'practice')
  await scene.on(9, () =>
    answerPracticeAction(gp, {
      actionId: id,
      version,
      answer,
      on: scene.day(9),
      note: answer === 'done' ? 'Blood count and thyroid function normal.' : null,
      reason: answer === 'declined' ? 'Bloods for this are taken at the hospital’s own clinic.' : null,
    }),
  )
}

async function handedOn(scene: Scene): Promise<void> {
  const { clinician, worker, patientId } = scene
  const { id: planId } = await planned(scene, 46, [
    { concern: 'fatigue', owner: { staffId: clinician.staffId }, inDays: 30 },
  ])
  await scene.on(20, async () => {
    const plan = await getLivePlan(clinician, { patientId, planId })
    const { id: actionId, version, what } = actionFor(plan, 'fatigue', 'staff')
    await changeAction(clinician, {
      patientId,
      actionId,
      version,
      what,
      ownerKind: 'staff',
      ownerStaffId: worker.staffId,
      dueOn: scene.day(-9),
      helpChoice: 'none',
      help: null,
    })
  })
}
