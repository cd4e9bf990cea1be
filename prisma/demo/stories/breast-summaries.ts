import type { Scene, Story } from '../scene'
import { amends, answers, begins, fills, isReadBy, signs, type Written } from '../summaries'
import { BREAST_WORDS } from '../summary-words'
import { isTreated, type TreatmentCourse } from './treatment-courses'

const breast = { team: 'ZT101-BREAST' } as const

/** Treatment summaries of the breast team: being written, answered, declined and written again. */
export const BREAST_SUMMARY_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Summary half written by Samir, to be finished and signed',
    person: { givenName: 'Gillian', familyName: 'Peacock', bornOn: '1958-05-30' },
    icd10Code: 'C50.4',
    laterality: 'L',
    practice: 'Z90001',
    diagnosedDaysAgo: 210,
    tell: halfWritten,
  },
  {
    ...breast,
    situation: 'Summary signed and read, everything asked is done',
    person: { givenName: 'Yvonne', familyName: 'Tilbury', bornOn: '1952-09-14' },
    icd10Code: 'C50.9',
    laterality: 'R',
    practice: 'Z90001',
    diagnosedDaysAgo: 280,
    tell: async (scene) => {
      const written = await signedAfter(scene, 75, 45)
      const priya = scene.crew.named('priya')
      await isReadBy(scene, 42, written, priya)
      const done = { by: priya, answer: 'done' } as const
      await answers(scene, 40, written, { ...done, code: 'code_diagnosis_and_treatment' })
      await answers(scene, 40, written, {
        ...done,
        code: 'breast_endocrine_prescribing',
        note: 'Letrozole is on repeat.',
      })
      await answers(scene, 12, written, {
        ...done,
        code: 'breast_bone_density',
        note: 'T-score −1.1. Calcium and vitamin D started.',
      })
    },
  },
  {
    ...breast,
    situation: 'Summary signed; the practice declined the bone density scan, another way is to be found',
    person: { givenName: 'Josephine', familyName: 'Kemble', bornOn: '1949-12-02' },
    icd10Code: 'C50.2',
    laterality: 'L',
    practice: 'Z90001',
    diagnosedDaysAgo: 230,
    tell: async (scene) => {
      const written = await signedAfter(scene, 48, 16)
      const by = scene.crew.named('priya')
      await isReadBy(scene, 12, written, by)
      await answers(scene, 11, written, { by, code: 'code_diagnosis_and_treatment', answer: 'done' })
      await answers(scene, 11, written, { by, code: 'breast_endocrine_prescribing', answer: 'accepted' })
      await answers(scene, 4, written, {
        by,
        code: 'breast_bone_density',
        answer: 'declined',
        reason: 'We cannot book this scan: only the hospital’s own clinics can.',
      })
    },
  },
  {
    ...breast,
    situation: 'Summary signed again with what changed: the practice has the second version to read',
    person: { givenName: 'Beatrix', familyName: 'Lomas', bornOn: '1955-03-27' },
    icd10Code: 'C50.4',
    laterality: 'R',
    practice: 'Z90002',
    diagnosedDaysAgo: 260,
    tell: writtenAgain,
  },
]

function surgeryAndRadiotherapy(endedDaysAgo: number): TreatmentCourse {
  return {
    name: 'Surgery and radiotherapy',
    treatments: [
      {
        modality: '01',
        from: endedDaysAgo + 80,
        to: endedDaysAgo + 79,
        note: 'Wide local excision and sentinel nodes.',
      },
      { modality: '05', from: endedDaysAgo + 20, to: endedDaysAgo, note: 'Fifteen fractions to the breast.' },
    ],
    goesOn: { modality: '03', from: endedDaysAgo + 5, note: 'Letrozole.' },
    asWellAs: ['0', '1'],
    consultant: 'bhavna',
    nurse: 'beryl',
    concerns: [
      ['worry', 7],
      ['fatigue', 6],
    ],
  }
}

async function halfWritten(scene: Scene): Promise<void> {
  const { phase, endedDaysAgo } = await isTreated(scene, {
    ...surgeryAndRadiotherapy(25),
    carer: { name: 'Colin Peacock', relationship: 'Husband', telephone: '01632 960812' },
  })
  const written = await begins(scene, 5, phase, endedDaysAgo)
  const { diagnosis, treatment, contacts, lifestyle } = BREAST_WORDS
  await fills(scene, 5, written, { diagnosis, treatment })
  await fills(scene, 3, written, { contacts, lifestyle })
}

async function signedAfter(scene: Scene, ended: number, signedDaysAgo: number): Promise<Written> {
  const { phase, endedDaysAgo } = await isTreated(scene, surgeryAndRadiotherapy(ended))
  const written = await begins(scene, signedDaysAgo + 3, phase, endedDaysAgo)
  await fills(scene, signedDaysAgo + 3, written, BREAST_WORDS)
  await signs(scene, signedDaysAgo, written)
  return written
}

async function writtenAgain(scene: Scene): Promise<void> {
  const written = await signedAfter(scene, 66, 34)
  const by = scene.crew.named('carol')
  await isReadBy(scene, 30, written, by)
  await answers(scene, 28, written, { by, code: 'code_diagnosis_and_treatment', answer: 'done' })
  await answers(scene, 28, written, { by, code: 'breast_endocrine_prescribing', answer: 'done' })
  await amends(scene, 3, written, {
    reason: 'Changed to anastrozole for aching joints, and the bone density was measured here.',
    words: {
      treatment: { fields: { continuing: 'Anastrozole 1 mg a day, for five years' } },
      requests: {
        leavesOut: ['breast_bone_density'],
        adds: [
          {
            values: {
              what: 'Change the repeat prescription from letrozole to anastrozole',
              detail:
                'Anastrozole 1 mg once a day. Bone density is normal: next scan in two years, by the hospital.',
            },
            inDays: 14,
          },
        ],
      },
    },
  })
}
