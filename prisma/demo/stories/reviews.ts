import { offered } from '../care'
import { declinesReview, isInvited, isReviewed, wantsToTalk } from '../reviews'
import type { Story } from '../scene'

const breast = { team: 'ZT101-BREAST', practice: 'Z90001', icd10Code: 'C50.4', laterality: 'L' } as const

/** Cancer care reviews: asked for, refused and held. */
export const REVIEW_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Review due; what she wants to talk about is noted',
    person: { givenName: 'Hilda', familyName: 'Marchmont' },
    diagnosedDaysAgo: 50,
    tell: async (scene) => {
      await offered(scene, 40, 'declined')
      await wantsToTalk(scene, 3, scene.crew.named('priya'), 'Whether I can go back to swimming.')
    },
  },
  {
    ...breast,
    situation: 'Invited to a review once',
    person: { givenName: 'Iris', familyName: 'Coverdale' },
    diagnosedDaysAgo: 70,
    tell: async (scene) => {
      await offered(scene, 55, 'declined')
      await isInvited(scene, 8, scene.crew.named('priya'), 'letter')
    },
  },
  {
    ...breast,
    situation: 'Invited twice without an answer',
    person: { givenName: 'Mabel', familyName: 'Thornbury' },
    diagnosedDaysAgo: 80,
    tell: async (scene) => {
      const priya = scene.crew.named('priya')
      await offered(scene, 60, 'declined')
      await isInvited(scene, 30, priya, 'letter')
      await isInvited(scene, 20, priya, 'telephone')
    },
  },
  {
    ...breast,
    situation: 'Declined the first review',
    person: { givenName: 'Stella', familyName: 'Ravensworth' },
    diagnosedDaysAgo: 60,
    tell: async (scene) => {
      await offered(scene, 45, 'declined')
      await declinesReview(
        scene,
        5,
        scene.crew.named('priya'),
        'Sees her nurse every week, and that is enough.',
      )
    },
  },
  {
    ...breast,
    situation: 'Brief review held; the practice and the hospital team each do something',
    person: { givenName: 'Connie', familyName: 'Applegarth' },
    diagnosedDaysAgo: 75,
    tell: async (scene) => {
      await offered(scene, 60, 'declined')
      await isReviewed(scene, 10, scene.crew.named('priya'), {
        ticked: ['diagnosis_coded', 'summary_received', 'symptoms', 'alerts_none', 'medicines', 'carer_none'],
        notes: { symptoms: 'The arm is stiff in the mornings', mood: 'Sleeps badly before appointments' },
        outcomeSummary: 'Doing well. Stiff arm after surgery, and worried about the next scan.',
        agreed: [
          { owner: 'practice', what: 'Check blood count and iron', inDays: 21 },
          { owner: 'hospital', what: 'Look at the stiff arm: physiotherapy?', inDays: 14 },
          { owner: 'person', what: 'Shoulder exercises every day', inDays: 30 },
        ],
        nextInDays: 90,
      })
    },
  },
  {
    ...breast,
    situation: 'The next review was agreed for ten days ago, and has not been held',
    person: { givenName: 'Ada', familyName: 'Brockway' },
    diagnosedDaysAgo: 130,
    tell: async (scene) => {
      await offered(scene, 105, 'declined')
      await isReviewed(scene, 70, scene.crew.named('priya'), {
        ticked: ['diagnosis_coded', 'symptoms', 'alerts_none', 'medicines', 'carer_none'],
        notes: { mood: 'Low since she stopped work' },
        outcomeSummary: 'Physically well. Low in mood: to talk again in two months.',
        nextInDays: 60,
      })
    },
  },
  {
    team: 'ZT101-UROLOGY',
    practice: 'Z90001',
    situation: 'Review held; he does not want what came of it shared',
    person: { givenName: 'Rex', familyName: 'Hathersage', sex: '1' },
    diagnosedDaysAgo: 85,
    tell: async (scene) => {
      await offered(scene, 70, 'declined')
      await isReviewed(scene, 12, scene.crew.named('priya'), {
        mode: 'face_to_face',
        ticked: ['mood', 'alerts_none', 'medicines', 'key_worker'],
        notes: { mood: 'Things at home, which stay here' },
        outcomeSummary: 'Talked about home. Speaks to somebody of his own choosing.',
        isShared: 'no',
      })
    },
  },
  {
    team: 'ZT101-COLORECTAL',
    practice: 'Z90002',
    situation: 'Full review held long ago, its outcome shared',
    person: { givenName: 'Gordon', familyName: 'Penfold', sex: '1' },
    diagnosedDaysAgo: 320,
    tell: async (scene) => {
      await offered(scene, 300, 'declined')
      await isReviewed(scene, 250, scene.crew.named('carol'), {
        length: 'full',
        mode: 'face_to_face',
        carerPresent: true,
        ticked: [
          ...['diagnosis_coded', 'plan_seen', 'understanding', 'symptoms', 'alerts_none', 'mood_none'],
          ...['medicines_changed', 'carer', 'benefits', 'exemption', 'smoking', 'activity', 'screening'],
          ...['key_worker', 'support_given', 'referrals'],
        ],
        notes: {
          medicines: 'Loperamide as needed',
          carer: 'His wife does most; asked after, given the carers’ number',
          lifestyle: 'Wants to stop smoking: clinic booked',
        },
        outcomeSummary:
          'Bowels settling. Stopping smoking, with the clinic. His wife has support of her own.',
      })
    },
  },
]
