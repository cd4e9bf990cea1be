import { voidOffer } from '@/lib/needs-assessments/void-offer'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { followTask } from '@/lib/tasks/follow-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { assessed, offered, openTask, treated } from '../care'
import { beginsPhase, endsPhase } from '../disease'
import type { Scene, Story } from '../scene'

const breast = { team: 'ZT101-BREAST' } as const

/** Offers of an assessment in every outcome, and those still to be made. */
export const OFFER_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Offer of an assessment due in three days',
    person: { givenName: 'Grace', familyName: 'Obi', ethnicCategory: 'N' },
    practice: 'Z90001',
    diagnosedDaysAgo: 28,
    tell: async () => {},
  },
  {
    ...breast,
    situation: 'Offer overdue',
    person: { givenName: 'Maureen', familyName: 'Hughes' },
    practice: 'Z90001',
    diagnosedDaysAgo: 58,
    tell: async () => {},
  },
  {
    ...breast,
    situation: 'Another person of the same name',
    person: { givenName: 'Maureen', familyName: 'Hughes', bornOn: '1949-08-30' },
    practice: 'Z90002',
    diagnosedDaysAgo: 12,
    tell: async () => {},
  },
  {
    ...breast,
    situation: 'Undecided, to be asked again',
    person: { givenName: 'Farah', familyName: 'Ahmed', ethnicCategory: 'J' },
    practice: 'Z90002',
    diagnosedDaysAgo: 45,
    tell: (scene) => offered(scene, 18, 'undecided'),
  },
  {
    ...breast,
    situation: 'Offer declined',
    person: { givenName: 'Joan', familyName: 'Whitaker' },
    practice: 'Z90003',
    diagnosedDaysAgo: 60,
    tell: (scene) => offered(scene, 40, 'declined'),
  },
  {
    ...breast,
    situation: 'Accepted, to be recorded by Samir',
    person: {
      givenName: 'Lily',
      familyName: 'Chen',
      ethnicCategory: 'R',
      language: 'zh',
      needsInterpreter: true,
    },
    practice: 'Z90001',
    diagnosedDaysAgo: 33,
    tell: (scene) => offered(scene, 8, 'accepted'),
  },
  {
    ...breast,
    situation: 'Accepted, recording overdue',
    person: { givenName: 'Sylvia', familyName: 'Hobart' },
    practice: 'Z90004',
    diagnosedDaysAgo: 59,
    tell: (scene) => offered(scene, 24, 'accepted'),
  },
  {
    ...breast,
    situation: 'Not offered, with the reason',
    person: { givenName: 'Dorothy', familyName: 'Finch', bornOn: '1938-05-17' },
    practice: 'Z90005',
    diagnosedDaysAgo: 50,
    tell: (scene) =>
      offered(scene, 30, 'not_offered', {
        reason: 'In hospital after a stroke; to be thought of again when she is home.',
      }),
  },
  {
    ...breast,
    situation: 'Offered, unable to complete',
    person: { givenName: 'Edith', familyName: 'Marsh' },
    practice: 'Z90006',
    diagnosedDaysAgo: 72,
    tell: (scene) =>
      offered(scene, 35, 'unable', {
        reason: 'Too breathless to go through it, and wished for nobody to do it for her.',
      }),
  },
  {
    ...breast,
    situation: 'Treatment ended five weeks ago, next offer due in a week',
    person: { givenName: 'Julie', familyName: 'Harper' },
    practice: 'Z90001',
    diagnosedDaysAgo: 190,
    tell: endOfTreatment,
  },
  {
    ...breast,
    situation: 'Declined at diagnosis, accepted at the end of treatment',
    person: { givenName: 'Joyce', familyName: 'Ayres' },
    practice: 'Z90002',
    diagnosedDaysAgo: 220,
    tell: async (scene) => {
      await offered(scene, 195, 'declined')
      await treated(scene, { modality: '01', from: 180, to: 180 })
      await treated(scene, { modality: '05', from: 60, to: 30 })
      await offered(scene, 5, 'accepted', { point: 'end_of_treatment' })
    },
  },
  {
    ...breast,
    situation: 'Offer recorded in error, so to be offered again',
    person: { givenName: 'Brenda', familyName: 'Moss' },
    practice: 'Z90007',
    diagnosedDaysAgo: 36,
    tell: recordedInError,
  },
  {
    ...breast,
    situation: 'Offer postponed with a reason',
    person: { givenName: 'Rita', familyName: 'Coleridge' },
    practice: 'Z90008',
    diagnosedDaysAgo: 40,
    tell: postponed,
  },
]

async function endOfTreatment(scene: Scene): Promise<void> {
  await offered(scene, 170, 'accepted')
  await assessed(scene, 160, [])
  const phase = await beginsPhase(scene, 150, 'First treatment')
  await treated(scene, { modality: '01', from: 150, to: 149, phase })
  await treated(scene, {
    modality: '05',
    from: 56,
    to: 35,
    phase,
    note: 'Fifteen fractions to the left breast.',
  })
  await endsPhase(scene, 35, phase)
}

async function recordedInError(scene: Scene): Promise<void> {
  const { clinician, patientId } = scene
  await offered(scene, 20, 'declined')
  const { offers } = await listAssessments(clinician, patientId)
  await scene.on(19, () =>
    voidOffer(clinician, {
      patientId,
      offerId: offers[0]?.id ?? '',
      reason: 'Meant for another person of the clinic.',
    }),
  )
}

async function postponed(scene: Scene): Promise<void> {
  const { worker, patientId, teamId } = scene
  const { id, version } = await openTask(worker, { patientId, teamId, kind: 'offer_assessment' })
  const reason = 'Away with her sister; asked us to ring when she is back.'
  await postponeTask(worker, { taskId: id, version, dueOn: scene.day(-10), reason }, followTask)
}
