import { answerReferral } from '@/lib/care-teams/answer-referral'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { offerAssessment } from '@/lib/needs-assessments/offer-assessment'
import { agreedPlan, assessed, offered } from '../care'
import type { Scene, Story } from '../scene'

const THERAPIES = 'ZC201-THERAPIES'

/** People whom a hospital team referred to the community. */
export const REFERRAL_STORIES: readonly Story[] = [
  {
    team: 'ZT101-UROLOGY',
    situation: 'Referred to the therapies team: accepted its offer, to be recorded by Femi',
    person: { givenName: 'Norman', familyName: 'Ashe', sex: '1' },
    practice: 'Z90004',
    diagnosedDaysAgo: 90,
    tell: async (scene) => {
      await offered(scene, 70, 'declined')
      await referred(scene, 20)
      await takenOn(scene, 15)
      await offeredByTherapist(scene, 8)
    },
  },
  {
    team: 'ZT101-COLORECTAL',
    nowWith: THERAPIES,
    situation:
      'Hospital care ended today, what is open handed to the therapies team, which has yet to answer',
    person: { givenName: 'Ruby', familyName: 'Castell' },
    practice: 'Z90002',
    diagnosedDaysAgo: 170,
    tell: async (scene) => {
      await offered(scene, 80, 'accepted')
      await assessed(scene, 72, [['numbness', 6]])
      await agreedPlan(scene, 60, {
        actions: [{ concern: 'numbness', owner: 'person', inDays: 65 }],
        reviewInDays: 70,
      })
      await referred(scene, 12)
      await handedOver(scene)
    },
  },
]

async function referred(scene: Scene, daysAgo: number): Promise<void> {
  const { clinician, patientId, crew } = scene
  await scene.on(daysAgo, () => beginCare(clinician, { patientId, teamId: crew.teamId(THERAPIES) }))
}

async function takenOn({ on, patientId, crew }: Scene, daysAgo: number): Promise<void> {
  const femi = crew.named('femi')
  const teamId = crew.teamId(THERAPIES)
  const answer = { answer: 'accepted' as const, staffId: femi.staffId, reason: null }
  await on(daysAgo, () => answerReferral(femi, { patientId, teamId, ...answer }))
}

async function offeredByTherapist(scene: Scene, daysAgo: number): Promise<void> {
  await scene.on(daysAgo, () =>
    offerAssessment(scene.crew.named('femi'), {
      patientId: scene.patientId,
      teamId: scene.crew.teamId(THERAPIES),
      outcome: 'accepted',
      reason: null,
      pathwayPoint: 'during_treatment',
      offeredOn: scene.day(daysAgo),
      staffRoleCode: '03',
    }),
  )
}

async function handedOver({ clinician, patientId, teamId, crew }: Scene): Promise<void> {
  await endCare(clinician, {
    patientId,
    teamId,
    reason: 'Surgery and chemotherapy are complete.',
    openTasks: crew.teamId(THERAPIES),
  })
}
