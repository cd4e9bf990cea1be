import { finishedAction, reviewedCarePlan } from '@/tests/factories/care-plans'
import { actionFor, agreedPlan, assessed, offered, taken, treated } from '../care'
import { beginsPhase, endsPhase, recurs } from '../disease'
import { canTurnTo } from '../life'
import type { Scene, Story } from '../scene'

const urology = { team: 'ZT101-UROLOGY' } as const
const colorectal = { team: 'ZT101-COLORECTAL' } as const
const westbourne = { team: 'ZT102-BREAST' } as const

/** What the other teams have to do today. */
export const OTHER_TEAM_STORIES: readonly Story[] = [
  {
    ...urology,
    situation: 'After prostatectomy: three assessments, needs over time',
    person: { givenName: 'Ronald', familyName: 'Fisher', sex: '1', bornOn: '1957-06-21' },
    icd10Code: 'C61',
    laterality: '8',
    practice: 'Z90001',
    diagnosedDaysAgo: 350,
    tell: afterProstatectomy,
  },
  {
    ...urology,
    situation: 'Offer overdue',
    person: { givenName: 'Harold', familyName: 'Pikethorne', sex: '1' },
    practice: 'Z90002',
    diagnosedDaysAgo: 64,
    tell: async () => {},
  },
  {
    ...urology,
    situation: 'Accepted, to be recorded by Megan',
    person: { givenName: 'Kwame', familyName: 'Mensah', sex: '1', ethnicCategory: 'N' },
    practice: 'Z90003',
    diagnosedDaysAgo: 40,
    tell: (scene) => offered(scene, 11, 'accepted'),
  },
  {
    ...urology,
    situation: 'Concerns to be discussed, plan due tomorrow',
    person: { givenName: 'Desmond', familyName: 'Clarkson', sex: '1', ethnicCategory: 'M' },
    practice: 'Z90001',
    diagnosedDaysAgo: 55,
    tell: async (scene) => {
      await offered(scene, 28, 'accepted')
      await assessed(scene, 13, [
        ['urinary', 7],
        ['intimacy', 6],
        ['worry', 4],
      ])
      await taken(scene, 'agree_care_plan', scene.clinician)
    },
  },
  {
    ...colorectal,
    situation: 'Review of the plan due today',
    person: { givenName: 'Michael', familyName: 'Brady', sex: '1', ethnicCategory: 'B' },
    practice: 'Z90002',
    diagnosedDaysAgo: 140,
    tell: async (scene) => {
      await toReview(scene, 84)
      await taken(scene, 'review_care_plan', scene.clinician)
    },
  },
  {
    ...colorectal,
    situation: 'Review of the plan overdue',
    person: { givenName: 'Shabnam', familyName: 'Azizi', ethnicCategory: 'J' },
    practice: 'Z90001',
    diagnosedDaysAgo: 160,
    tell: (scene) => toReview(scene, 96),
  },
  {
    ...colorectal,
    situation: 'Plan reviewed and finished',
    person: { givenName: 'Alan', familyName: 'Rossiter', sex: '1' },
    practice: 'Z90003',
    diagnosedDaysAgo: 240,
    tell: async (scene) => {
      await toReview(scene, 130, async (plan) => {
        await scene.on(40, () => reviewedCarePlan(scene.clinician, plan, 'finish'))
      })
    },
  },
  {
    ...westbourne,
    situation: 'Concerns to be discussed, plan overdue (Westbourne)',
    person: { givenName: 'Elizabeth', familyName: 'Norwood' },
    practice: 'Z90005',
    diagnosedDaysAgo: 86,
    tell: async (scene) => {
      await offered(scene, 50, 'accepted')
      await assessed(scene, 32, [
        ['hot_flushes', 7],
        ['sleep', 6],
      ])
      await taken(scene, 'agree_care_plan', scene.clinician)
    },
  },
]

async function afterProstatectomy(scene: Scene): Promise<void> {
  await canTurnTo(scene, 335, { role: 'consultant', colleague: 'olu' })
  await canTurnTo(scene, 335, { role: 'support_worker', colleague: 'megan' })
  const phase = await beginsPhase(scene, 300, 'First treatment')
  await treated(scene, { modality: '01', from: 300, to: 300, phase, note: 'Robot-assisted prostatectomy.' })
  await endsPhase(scene, 300, phase)
  await offered(scene, 290, 'accepted', { point: 'start_of_treatment' })
  await assessed(scene, 280, [
    ['urinary', 9],
    ['intimacy', 7],
    ['worry', 6],
  ])
  const plan = await agreedPlan(scene, 270, {
    actions: [
      { concern: 'urinary', owner: 'person', inDays: 90 },
      { concern: 'intimacy', owner: 'team', inDays: 60 },
    ],
    reviewInDays: 180,
  })
  const better = { outcome: 'better', newScore: 6, note: null } as const
  await scene.on(180, () =>
    finishedAction(scene.clinician, plan, actionFor(plan, 'urinary', 'person'), better),
  )
  const same = { outcome: 'same', newScore: 7, note: 'Seen in the clinic; will go again.' } as const
  const standing = await scene.on(170, () =>
    finishedAction(scene.clinician, plan, actionFor(plan, 'intimacy', 'team'), same),
  )
  await recurs(scene, 165, 'Rising PSA, nothing seen on scans')
  await assessed(scene, 150, [
    ['urinary', 5],
    ['intimacy', 7],
    ['fatigue', 4],
  ])
  await scene.on(88, () => reviewedCarePlan(scene.clinician, standing, 'finish'))
  await assessed(scene, 20, [
    ['intimacy', 5],
    ['urinary', 2],
  ])
  await taken(scene, 'agree_care_plan', scene.clinician)
}

type Plan = Awaited<ReturnType<typeof agreedPlan>>

/** A plan agreed so many days ago, reviewed after twelve weeks unless something else happens. */
async function toReview(
  scene: Scene,
  daysAgo: number,
  next: (plan: Plan) => Promise<void> = async () => {},
): Promise<void> {
  await offered(scene, daysAgo + 20, 'accepted')
  await assessed(scene, daysAgo + 10, [
    ['diarrhoea', 8],
    ['numbness', 5],
  ])
  await next(
    await agreedPlan(scene, daysAgo, {
      actions: [
        { concern: 'diarrhoea', owner: 'person', inDays: 110 },
        { concern: 'numbness', owner: 'team', inDays: 120 },
      ],
    }),
  )
}
