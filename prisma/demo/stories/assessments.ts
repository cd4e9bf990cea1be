import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { draftOf } from '@/tests/factories/assessments'
import { assessed, offered, taken } from '../care'
import { wordsFor } from '../concern-words'
import { needs } from '../life'
import type { Scene, Story } from '../scene'

const breast = { team: 'ZT101-BREAST' } as const

/** Assessments recorded in every way, and one half-way through. */
export const ASSESSMENT_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Assessment half-way, saved as a draft',
    person: { givenName: 'Susan', familyName: 'Bellamy' },
    practice: 'Z90001',
    diagnosedDaysAgo: 38,
    tell: halfWay,
  },
  {
    ...breast,
    situation: 'Concerns to be discussed by Beryl, plan long overdue',
    person: { givenName: 'Patricia', familyName: 'Doyle', ethnicCategory: 'B' },
    practice: 'Z90001',
    diagnosedDaysAgo: 110,
    tell: async (scene) => {
      await offered(scene, 84, 'accepted')
      await assessed(scene, 78, [
        ['fatigue', 8],
        ['money', 7],
        ['sleep', 5],
        ['worry', null],
      ])
      await taken(scene, 'agree_care_plan', scene.clinician)
    },
  },
  {
    ...breast,
    situation: 'Assessment completed with no concerns',
    person: { givenName: 'Kathleen', familyName: 'Moffat' },
    practice: 'Z90002',
    diagnosedDaysAgo: 75,
    tell: async (scene) => {
      await offered(scene, 50, 'accepted')
      await assessed(scene, 45, [])
    },
  },
  {
    ...breast,
    situation: 'Assessment on paper, recorded nine days later',
    person: { givenName: 'Marjorie', familyName: 'Webb', bornOn: '1941-12-02' },
    practice: 'Z90003',
    diagnosedDaysAgo: 54,
    tell: async (scene) => {
      await offered(scene, 30, 'accepted')
      await assessed(
        scene,
        20,
        [
          ['pain', 5],
          ['work_education', 3],
        ],
        { mode: 'paper', daysLate: 9 },
      )
    },
  },
  {
    ...breast,
    situation: 'Assessment by telephone, answered by her husband',
    person: { givenName: 'Ivy', familyName: 'Turnbull', bornOn: '1938-10-09' },
    practice: 'Z90001',
    diagnosedDaysAgo: 52,
    tell: async (scene) => {
      await needs(scene, 30, {
        needs: ['longer_appointment'],
        note: 'Dementia. Please ring her husband Jan first.',
      })
      await offered(scene, 26, 'accepted')
      await assessed(scene, 12, [['sleep', 6]], { mode: 'telephone', completedBy: 'proxy' })
    },
  },
  {
    ...breast,
    situation: 'Polish interpreter and large print',
    person: {
      givenName: 'Zofia',
      familyName: 'Kowalska',
      ethnicCategory: 'C',
      language: 'pl',
      needsInterpreter: true,
    },
    practice: 'Z90002',
    diagnosedDaysAgo: 62,
    tell: async (scene) => {
      await needs(scene, 40, { needs: ['large_print'], note: 'Letters at 18 point, please.' })
      await offered(scene, 32, 'accepted')
      await assessed(
        scene,
        10,
        [
          ['worry', 7],
          ['children', 6],
        ],
        { interpreterCode: '1' },
      )
    },
  },
  {
    ...breast,
    situation: 'British Sign Language, by video',
    person: { givenName: 'Rachel', familyName: 'Levene', language: 'BSL', needsInterpreter: true },
    practice: 'Z90001',
    diagnosedDaysAgo: 46,
    tell: async (scene) => {
      await needs(scene, 28, { needs: ['email_or_text_only', 'british_sign_language'] })
      await offered(scene, 21, 'accepted')
      await assessed(scene, 9, [['low_mood', 5]], { mode: 'video', interpreterCode: '1' })
    },
  },
  {
    ...breast,
    situation: 'A concern added by staff, another in her own words alone',
    person: { givenName: 'Pauline', familyName: 'Draycott' },
    practice: 'Z90004',
    diagnosedDaysAgo: 49,
    tell: async (scene) => {
      await offered(scene, 22, 'accepted')
      await assessed(scene, 7, [], {
        concerns: [
          { code: 'hot_flushes', score: 6, ownWords: wordsFor('hot_flushes').ownWords },
          { code: 'alcohol_drugs', score: 4, addedBy: 'staff' },
          { code: 'Who looks after the dog', score: null, ownWords: 'He cannot be alone all day.' },
        ],
      })
    },
  },
  {
    ...breast,
    situation: 'Second assessment: better, worse, gone and new since the first',
    person: { givenName: 'Teresa', familyName: 'Lynch' },
    practice: 'Z90002',
    diagnosedDaysAgo: 205,
    tell: async (scene) => {
      await offered(scene, 190, 'accepted')
      await assessed(scene, 180, [
        ['fatigue', 8],
        ['worry', 5],
        ['money', 6],
      ])
      await offered(scene, 20, 'accepted', { point: 'end_of_treatment' })
      await assessed(
        scene,
        6,
        [
          ['worry', 7],
          ['fatigue', 3],
          ['hot_flushes', 6],
        ],
        { pathwayPoint: 'end_of_treatment' },
      )
    },
  },
]

async function halfWay(scene: Scene): Promise<void> {
  const { patientId, teamId, worker } = scene
  await offered(scene, 10, 'accepted')
  await scene.on(1, async () => {
    const content = await draftOf(worker, patientId, {
      concerns: [
        { code: 'fatigue', score: 7, ownWords: wordsFor('fatigue').ownWords, priority: null },
        { code: 'sleep', priority: null },
      ],
    })
    await saveDraft(worker, {
      patientId,
      teamId,
      version: 0,
      content: { ...content, completedBy: '', interpreter: '' },
      isFinished: false,
    })
  })
}
