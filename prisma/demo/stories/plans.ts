import type { PlanAction } from '@/lib/care-plans/care-plan'
import { declineCarePlan } from '@/lib/care-plans/decline-care-plan'
import { offerCarePlan } from '@/lib/care-plans/offer-care-plan'
import { agreed, finishedAction, reviewedCarePlan, shown } from '@/tests/factories/care-plans'
import { actionFor, agreedPlan, assessed, drafted, offered, readByPractice, type Concerns } from '../care'
import type { Scene, Story } from '../scene'

const breast = { team: 'ZT101-BREAST' } as const

const USUAL: Concerns = [
  ['fatigue', 7],
  ['worry', 5],
]

async function raised(scene: Scene, daysAgo: number, concerns: Concerns = USUAL): Promise<void> {
  await offered(scene, daysAgo + 7, 'accepted')
  await assessed(scene, daysAgo, concerns)
}

/** Care plans in every state. */
export const PLAN_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Plan being prepared',
    person: { givenName: 'Irene', familyName: 'Walsham' },
    practice: 'Z90001',
    diagnosedDaysAgo: 61,
    tell: async (scene) => {
      await raised(scene, 16)
      await drafted(scene, 4, { actions: [{ concern: 'fatigue', owner: 'person', inDays: 28 }] })
    },
  },
  {
    ...breast,
    situation: 'Plan offered, to be agreed',
    person: { givenName: 'Margaret', familyName: 'Lowther' },
    practice: 'Z90003',
    diagnosedDaysAgo: 58,
    tell: async (scene) => {
      await raised(scene, 20)
      const plan = await drafted(scene, 8, { actions: [{ concern: 'worry', owner: 'team', inDays: 21 }] })
      await scene.on(6, () =>
        offerCarePlan(scene.clinician, { ...shown(plan), offeredOn: scene.day(6), staffRoleCode: '01' }),
      )
    },
  },
  {
    ...breast,
    situation: 'Plan agreed and shared, not yet seen by Mill Lane Surgery, which is asked to act',
    person: { givenName: 'Sheila', familyName: 'Grantham' },
    practice: 'Z90001',
    diagnosedDaysAgo: 70,
    tell: async (scene) => {
      await raised(scene, 24)
      await agreedPlan(scene, 3, {
        actions: [
          { concern: 'fatigue', owner: 'person', inDays: 42 },
          { concern: 'fatigue', owner: 'practice', inDays: 14 },
          { concern: 'worry', owner: { staffId: scene.worker.staffId }, inDays: 17 },
        ],
      })
    },
  },
  {
    ...breast,
    situation: 'Plan seen by the practice',
    person: { givenName: 'Gwen', familyName: 'Pritchard' },
    practice: 'Z90001',
    diagnosedDaysAgo: 96,
    tell: async (scene) => {
      await raised(scene, 48)
      await agreedPlan(scene, 36, { actions: [{ concern: 'fatigue', owner: 'person', inDays: 56 }] })
    },
  },
  {
    ...breast,
    situation: 'Plan declined',
    person: { givenName: 'Brenda', familyName: 'Foxley' },
    practice: 'Z90004',
    diagnosedDaysAgo: 80,
    tell: (scene) => settled(scene, 'declined', 'Would rather talk it over with her family first.'),
  },
  {
    ...breast,
    situation: 'Plan could not be made',
    person: { givenName: 'Jean', familyName: 'Carteret' },
    practice: 'Z90005',
    diagnosedDaysAgo: 82,
    tell: (scene) => settled(scene, 'unable', 'Went to stay abroad before it could be discussed.'),
  },
  {
    ...breast,
    situation: 'Plan agreed, not shared by her wish',
    person: { givenName: 'Hilary', familyName: 'Stonehouse' },
    practice: 'Z90002',
    diagnosedDaysAgo: 90,
    tell: async (scene) => {
      await raised(scene, 40, [['low_mood', 6]])
      await agreedPlan(scene, 28, {
        actions: [{ concern: 'low_mood', owner: 'person', inDays: 60 }],
        share: 'no',
        notSharedReason: 'A neighbour works at the practice.',
      })
    },
  },
  {
    ...breast,
    situation: 'Plan reviewed, second version agreed',
    person: { givenName: 'Valerie', familyName: 'Knighton' },
    practice: 'Z90001',
    diagnosedDaysAgo: 215,
    tell: secondVersion,
  },
  {
    ...breast,
    situation: 'Plan agreed by her husband for her',
    person: { givenName: 'Winifred', familyName: 'Ashdown', bornOn: '1939-03-03' },
    practice: 'Z90006',
    diagnosedDaysAgo: 100,
    tell: async (scene) => {
      await raised(scene, 50, [['pain', 6]])
      await agreedPlan(scene, 40, {
        actions: [{ concern: 'pain', owner: 'team', inDays: 70 }],
        proxy: { name: 'Harold Ashdown', relationship: 'Husband' },
      })
    },
  },
  {
    ...breast,
    situation: 'Practice unknown: plan agreed, to be shared once it is found',
    person: { givenName: 'Nadia', familyName: 'Rahmani', ethnicCategory: 'L' },
    practice: null,
    diagnosedDaysAgo: 68,
    tell: async (scene) => {
      await raised(scene, 30, [['money', 8]])
      await agreedPlan(scene, 12, { actions: [{ concern: 'money', owner: 'team', inDays: 10 }] })
    },
  },
]

async function settled(scene: Scene, outcome: 'declined' | 'unable', reason: string): Promise<void> {
  await raised(scene, 42)
  const plan = await drafted(scene, 34, {})
  await scene.on(30, () =>
    declineCarePlan(scene.clinician, {
      ...shown(plan),
      outcome,
      on: scene.day(30),
      reason,
      staffRoleCode: '01',
    }),
  )
}

async function secondVersion(scene: Scene): Promise<void> {
  await raised(scene, 180, [
    ['fatigue', 8],
    ['sleep', 6],
    ['money', 5],
  ])
  const first = await agreedPlan(scene, 170, {
    actions: [
      { concern: 'fatigue', owner: 'person', inDays: 60 },
      { concern: 'money', owner: 'team', inDays: 30 },
    ],
  })
  const finish = (daysAgo: number, action: PlanAction, newScore: number) =>
    scene.on(daysAgo, () => finishedAction(scene.worker, first, action, { newScore }))
  await finish(141, actionFor(first, 'money', 'team'), 2)
  const standing = await finish(112, actionFor(first, 'fatigue', 'person'), 5)
  await scene.on(84, () => reviewedCarePlan(scene.clinician, standing, 'continue'))
  const next = await drafted(scene, 80, { actions: [{ concern: 'sleep', owner: 'person', inDays: 100 }] })
  const second = await scene.on(79, () => agreed(scene.clinician, next, { reviewOn: scene.day(-30) }))
  await readByPractice(scene, 76, second)
}
