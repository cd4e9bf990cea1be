import { keepsFromPractice, leavesPractice, movesTo } from '../life'
import type { Scene, Story } from '../scene'
import { answers, begins, fills, isReadBy, sends, signs, type Written } from '../summaries'
import {
  BREAST_WORDS,
  COLON_WORDS,
  KIDNEY_WORDS,
  PROSTATE_WORDS,
  RECTUM_WORDS,
  type SummaryWords,
} from '../summary-words'
import { isTreated, type SummedUp, type TreatmentCourse } from './treatment-courses'

const urology = { team: 'ZT101-UROLOGY' } as const
const colorectal = { team: 'ZT101-COLORECTAL' } as const
const westbourne = { team: 'ZT102-BREAST' } as const

/** Treatment summaries of the other teams: waiting, accepted, without an answer, and those that need another way. */
export const OTHER_SUMMARY_STORIES: readonly Story[] = [
  {
    ...urology,
    situation: 'Summary just signed, everything asked is waiting for Mill Lane Surgery',
    person: {
      givenName: 'Clive',
      familyName: 'Hartnell',
      sex: '1',
      bornOn: '1951-08-19',
      ethnicCategory: 'M',
    },
    icd10Code: 'C61',
    laterality: '8',
    practice: 'Z90001',
    diagnosedDaysAgo: 250,
    tell: async (scene) => {
      await treatedAndSummedUp(scene, {
        course: hormonesAndRadiotherapy(30),
        words: PROSTATE_WORDS,
        signedDaysAgo: 2,
      })
    },
  },
  {
    ...urology,
    situation: 'Summary signed, and no word from the practice past the working days: Olu’s team is to ask',
    person: { givenName: 'Leonard', familyName: 'Fosdyke', sex: '1', bornOn: '1946-01-11' },
    icd10Code: 'C61',
    laterality: '8',
    practice: 'Z90001',
    diagnosedDaysAgo: 290,
    tell: async (scene) => {
      await treatedAndSummedUp(scene, {
        course: hormonesAndRadiotherapy(68),
        words: PROSTATE_WORDS,
        signedDaysAgo: 30,
      })
    },
  },
  {
    ...urology,
    situation: 'Summary signed and not sent, because he does not share with the practice',
    person: { givenName: 'Duncan', familyName: 'Sedgley', sex: '1', bornOn: '1964-10-05' },
    icd10Code: 'C64',
    laterality: 'R',
    practice: 'Z90005',
    diagnosedDaysAgo: 130,
    tell: async (scene) => {
      await keepsFromPractice(scene, 100)
      const written = await treatedAndSummedUp(scene, {
        course: kidneySurgery(60),
        words: KIDNEY_WORDS,
        signedDaysAgo: 12,
      })
      await sends(scene, 11, written, { recipient: 'person', channel: 'post', note: 'His own copy.' })
    },
  },
  {
    ...colorectal,
    situation: 'Summary signed and read; Harbour Medical Centre has accepted what is still to be done',
    person: { givenName: 'Edwin', familyName: 'Marlow', sex: '1', bornOn: '1953-04-08' },
    icd10Code: 'C18.2',
    laterality: '8',
    practice: 'Z90002',
    diagnosedDaysAgo: 310,
    tell: async (scene) => {
      const written = await treatedAndSummedUp(scene, {
        course: bowelSurgeryAndChemotherapy(62, 'Right hemicolectomy.'),
        words: COLON_WORDS,
        signedDaysAgo: 20,
      })
      const by = scene.crew.named('carol')
      await isReadBy(scene, 17, written, by)
      await answers(scene, 15, written, { by, code: 'code_diagnosis_and_treatment', answer: 'done' })
      await answers(scene, 15, written, { by, code: 'medication_review', answer: 'accepted' })
      await answers(scene, 15, written, { by, code: 'vaccinations_after_drug_treatment', answer: 'accepted' })
    },
  },
  {
    ...colorectal,
    situation: 'Summary signed, no practice known: a way to send it is to be found',
    person: { givenName: 'Tobias', familyName: 'Wren', sex: '1', bornOn: '1968-07-23' },
    icd10Code: 'C18.7',
    laterality: '8',
    practice: 'Z90004',
    diagnosedDaysAgo: 270,
    tell: async (scene) => {
      const course = bowelSurgeryAndChemotherapy(47, 'Sigmoid colectomy.')
      const { phase, endedDaysAgo } = await isTreated(scene, course)
      await leavesPractice(scene, 20)
      await summedUp(scene, { phase, endedDaysAgo, words: COLON_WORDS, signedDaysAgo: 9 })
    },
  },
  {
    ...colorectal,
    situation: 'Moved from Mill Lane Surgery to Harbour Medical Centre after the summary: both have it',
    person: { givenName: 'Lorna', familyName: 'Bickerstaff', bornOn: '1960-11-30' },
    icd10Code: 'C20',
    laterality: '8',
    practice: 'Z90001',
    diagnosedDaysAgo: 320,
    tell: movedAfterwards,
  },
  {
    ...westbourne,
    situation: 'Summary sent by post to a practice that is not in the service, and to her (Westbourne)',
    person: { givenName: 'Marian', familyName: 'Copley', bornOn: '1947-02-16' },
    icd10Code: 'C50.8',
    laterality: 'L',
    practice: 'Z90006',
    diagnosedDaysAgo: 240,
    tell: sentByPost,
  },
]

type Told = { words: SummaryWords; signedDaysAgo: number }

async function treatedAndSummedUp(
  scene: Scene,
  { course, ...told }: Told & { course: TreatmentCourse },
): Promise<Written> {
  return summedUp(scene, { ...(await isTreated(scene, course)), ...told })
}

async function summedUp(
  scene: Scene,
  { phase, endedDaysAgo, words, signedDaysAgo }: Told & SummedUp,
): Promise<Written> {
  const written = await begins(scene, signedDaysAgo + 4, phase, endedDaysAgo)
  await fills(scene, signedDaysAgo + 4, written, words)
  await signs(scene, signedDaysAgo, written)
  return written
}

function hormonesAndRadiotherapy(endedDaysAgo: number): TreatmentCourse {
  return {
    name: 'Radiotherapy',
    treatments: [
      {
        modality: '05',
        from: endedDaysAgo + 27,
        to: endedDaysAgo,
        note: 'Twenty fractions to the prostate.',
      },
    ],
    goesOn: { modality: '03', from: endedDaysAgo + 100, note: 'Leuprorelin every three months.' },
    asWellAs: ['0', '0'],
    consultant: 'olu',
    nurse: 'daniel',
    concerns: [
      ['urinary', 6],
      ['intimacy', 5],
    ],
  }
}

function kidneySurgery(endedDaysAgo: number): TreatmentCourse {
  return {
    name: 'Surgery',
    treatments: [
      {
        modality: '01',
        from: endedDaysAgo,
        to: endedDaysAgo,
        note: 'Part of the right kidney removed by keyhole.',
      },
    ],
    asWellAs: ['0', '0'],
    consultant: 'olu',
    nurse: 'daniel',
  }
}

function bowelSurgeryAndChemotherapy(endedDaysAgo: number, operation: string): TreatmentCourse {
  return {
    name: 'Surgery and chemotherapy',
    treatments: [
      { modality: '01', from: endedDaysAgo + 150, to: endedDaysAgo + 150, note: operation },
      { modality: '02', from: endedDaysAgo + 84, to: endedDaysAgo, note: 'Four cycles of CAPOX.' },
    ],
    asWellAs: ['1', '1'],
    consultant: 'martin',
    nurse: 'hannah',
  }
}

async function movedAfterwards(scene: Scene): Promise<void> {
  const course: TreatmentCourse = {
    name: 'Chemoradiotherapy and surgery',
    treatments: [
      { modality: '04', from: 262, to: 228, note: 'Twenty-five fractions with capecitabine.' },
      { modality: '01', from: 150, to: 143, note: 'Abdominoperineal excision, permanent stoma.' },
    ],
    asWellAs: ['1', '2'],
    consultant: 'martin',
    nurse: 'hannah',
    carer: { name: 'Ruth Bickerstaff', relationship: 'Daughter', telephone: '01632 960813' },
  }
  const written = await treatedAndSummedUp(scene, { course, words: RECTUM_WORDS, signedDaysAgo: 102 })
  const by = scene.crew.named('priya')
  await isReadBy(scene, 99, written, by)
  await answers(scene, 98, written, { by, code: 'colorectal_stoma_supplies', answer: 'done' })
  await answers(scene, 98, written, { by, code: 'code_diagnosis_and_treatment', answer: 'done' })
  await answers(scene, 98, written, { by, code: 'tobacco_alcohol_activity', answer: 'accepted' })
  await movesTo(scene, 8, scene.crew.teamId('Z90002'))
}

async function sentByPost(scene: Scene): Promise<void> {
  const course: TreatmentCourse = {
    name: 'Surgery and radiotherapy',
    treatments: [
      { modality: '01', from: 150, to: 150, note: 'Mastectomy, left.' },
      { modality: '05', from: 78, to: 58, note: 'Fifteen fractions to the chest wall.' },
    ],
    goesOn: { modality: '03', from: 70, note: 'Letrozole.' },
    asWellAs: ['1', '1'],
    nurse: 'tomasz',
  }
  const who = { fields: { consultant: 'Miss Ada Whitcombe', practice: 'Bay View Surgery, Isle of Man' } }
  const told = await isTreated(scene, course)
  await leavesPractice(scene, 30)
  const written = await summedUp(scene, { ...told, words: { who, ...BREAST_WORDS }, signedDaysAgo: 21 })
  await sends(scene, 20, written, {
    recipient: 'practice',
    channel: 'post',
    to: 'Bay View Surgery, Isle of Man',
    note: 'Its address is in the letter that referred her.',
  })
  await sends(scene, 20, written, { recipient: 'person', channel: 'post' })
}
