import type { PlanAction } from '@/lib/care-plans/care-plan'
import { finishedAction } from '@/tests/factories/care-plans'
import { actionFor, agreedPlan, assessed, offered, treated } from '../care'
import { arriveAlso } from '../arrivals'
import { beginsPhase, endsPhase, isAsWellAs } from '../disease'
import { canTurnTo, died, movesTo, needs, tells } from '../life'
import type { Scene, Story } from '../scene'

const breast = { team: 'ZT101-BREAST' } as const

/** People whose record shows the whole of what there is. */
export const LIFE_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'The whole story: About Me, contacts, treatment, two assessments, two versions of the plan',
    person: {
      givenName: 'Anne',
      familyName: 'Smithson',
      preferredName: 'Nan',
      title: 'Mrs',
      bornOn: '1961-02-03',
      language: 'en',
    },
    practice: 'Z90001',
    diagnosedDaysAgo: 238,
    tell: wholeStory,
  },
  {
    ...breast,
    situation: 'Died: everything open was closed with that reason',
    person: { givenName: 'Winnie', familyName: 'Haleford', bornOn: '1944-01-19' },
    practice: 'Z90002',
    diagnosedDaysAgo: 150,
    tell: async (scene) => {
      await offered(scene, 120, 'accepted')
      await assessed(scene, 110, [
        ['pain', 8],
        ['fatigue', 9],
      ])
      await agreedPlan(scene, 104, { actions: [{ concern: 'pain', owner: 'practice', inDays: 120 }] })
      await died(scene, 10, 7)
    },
  },
  {
    ...breast,
    situation: 'In the care of two hospital teams',
    person: { givenName: 'Denise', familyName: 'Palmerston' },
    practice: 'Z90001',
    diagnosedDaysAgo: 92,
    tell: async (scene) => {
      await offered(scene, 60, 'accepted')
      await assessed(scene, 52, [['fatigue', 6]])
      await agreedPlan(scene, 44, { actions: [{ concern: 'fatigue', owner: 'team', inDays: 58 }] })
      await arriveAlso(scene, 14, {
        team: 'ZT101-COLORECTAL',
        icd10Code: 'C18.7',
        laterality: '8',
        diagnosedOn: scene.day(20),
      })
    },
  },
  {
    ...breast,
    situation: 'Moved from Mill Lane Surgery to Harbour Medical Centre with a shared plan and a request open',
    person: { givenName: 'Carol', familyName: 'Shawcross' },
    practice: 'Z90001',
    diagnosedDaysAgo: 112,
    tell: async (scene) => {
      await offered(scene, 80, 'accepted')
      await assessed(scene, 70, [['hot_flushes', 6]])
      await agreedPlan(scene, 60, { actions: [{ concern: 'hot_flushes', owner: 'practice', inDays: 75 }] })
      await movesTo(scene, 6, scene.crew.teamId('Z90002'))
    },
  },
]

async function wholeStory(scene: Scene): Promise<void> {
  await arrivesAndTells(scene)
  const phase = await beginsPhase(scene, 210, 'Surgery and radiotherapy')
  await isAsWellAs(scene, 210, '0')
  await treated(scene, {
    modality: '01',
    from: 210,
    to: 209,
    phase,
    note: 'Wide local excision, left breast.',
  })
  await firstPlan(scene)
  await treated(scene, { modality: '05', from: 150, to: 129, phase, note: 'Fifteen fractions.' })
  await endsPhase(scene, 129, phase)
  await isAsWellAs(scene, 125, '1')
  await treated(scene, { modality: '03', from: 120, to: null, note: 'Letrozole.' })
  await secondPlan(scene)
}

async function arrivesAndTells(scene: Scene): Promise<void> {
  await canTurnTo(scene, 222, { role: 'cancer_nurse_specialist', colleague: 'beryl' })
  await canTurnTo(scene, 222, { role: 'support_worker', colleague: 'samir' })
  await canTurnTo(scene, 222, { role: 'consultant', colleague: 'bhavna' })
  await canTurnTo(scene, 220, {
    role: 'carer',
    name: 'Peter Smithson',
    relationship: 'Husband',
    telephone: '01632 960811',
  })
  await needs(scene, 220, {
    interpreter: false,
    needs: ['large_print'],
    note: 'Reads best at 16 point and above.',
  })
  await tells(scene, 219, {
    mostImportant: 'Being able to play with my grandchildren.',
    importantPeople: 'My husband Peter, our daughter Jo and her two boys.',
    howToCommunicate: 'Plain words. I like to have Peter there, and to take something written home.',
    wellness: 'On a good day I garden and sing in the choir.',
    pleaseDo: 'Call me Nan. Tell me what happens next.',
    pleaseDoNot: 'Please do not ring before nine, we are bad sleepers.',
    howToSupport: 'Ring rather than write if something has changed.',
    worthKnowing: 'I cared for my mother when she had breast cancer.',
  })
}

async function firstPlan(scene: Scene): Promise<void> {
  const { clinician, worker } = scene
  await offered(scene, 218, 'accepted')
  await assessed(scene, 205, [
    ['fatigue', 8],
    ['money', 6],
    ['sleep', null],
    ['worry', 7],
  ])
  const plan = await agreedPlan(scene, 198, {
    actions: [
      { concern: 'fatigue', owner: 'person', inDays: 60 },
      { concern: 'money', owner: { staffId: worker.staffId }, inDays: 28 },
      { concern: 'worry', owner: { staffId: clinician.staffId }, inDays: 21 },
    ],
  })
  const finish = (daysAgo: number, action: PlanAction, newScore: number) =>
    scene.on(daysAgo, () =>
      finishedAction(daysAgo > 175 ? clinician : worker, plan, action, {
        outcome: 'better',
        newScore,
        note: null,
      }),
    )
  await finish(180, actionFor(plan, 'worry', 'staff'), 5)
  await finish(172, actionFor(plan, 'money', 'staff'), 2)
  await finish(140, actionFor(plan, 'fatigue', 'person'), 6)
}

async function secondPlan(scene: Scene): Promise<void> {
  await offered(scene, 110, 'accepted', { point: 'end_of_treatment' })
  await assessed(
    scene,
    100,
    [
      ['fatigue', 5],
      ['sleep', 4],
      ['hot_flushes', 6],
    ],
    { pathwayPoint: 'end_of_treatment' },
  )
  await agreedPlan(scene, 92, {
    actions: [
      { concern: 'hot_flushes', owner: 'practice', inDays: 95 },
      { concern: 'sleep', owner: 'team', inDays: 97 },
    ],
    reviewInDays: 120,
  })
}
