import { recordedContact } from '@/tests/factories/contacts'
import { issueSummaryLink } from '@/lib/treatment-summaries/issue-summary-link'
import { isFollowedUp, takesAStep } from '../follow-up'
import { letterWritten } from '../letters'
import { died } from '../life'
import type { Scene, Story } from '../scene'
import { begins, fills, signs } from '../summaries'
import { BREAST_WORDS } from '../summary-words'
import { isTreated } from './treatment-courses'
import { followUpStory } from './urology-follow-up'

/** People of the bowel and breast teams on follow-up. */
export const OTHER_FOLLOW_UP_STORIES: readonly Story[] = [
  followUpStory(
    {
      situation: 'CEA in range and reviewed: to be told, and the letter waits for the post',
      person: { givenName: 'Moira', familyName: 'Ellwood', bornOn: '1954-08-09' },
      practice: 'Z90001',
    },
    { way: 'colon', months: 18, dueDaysAgo: 12, stage: 'reviewed', decidedAfter: 430 },
    async (scene) => {
      await letterWritten(
        scene,
        2,
        'Your blood test',
        'Your CEA is as it should be. The next is in six months.',
      )
    },
  ),
  followUpStory(
    {
      situation: 'Colonoscopy found a polyp: the report waits for Hannah',
      person: { givenName: 'Philip', familyName: 'Garnett', sex: '1', bornOn: '1959-01-27' },
      practice: 'Z90002',
    },
    {
      way: 'colonoscopy',
      months: 12,
      dueDaysAgo: 15,
      stage: 'resulted',
      decidedAfter: 230,
      report: {
        text: 'Anastomosis healthy. Polyp of 12 mm in the transverse colon, removed whole. Histology to follow.',
        outcome: 'needs_action',
      },
    },
  ),
  followUpStory(
    {
      situation: 'Died while on follow-up: nothing is asked for any more',
      person: { givenName: 'Edith', familyName: 'Rowntree', bornOn: '1936-09-13' },
      practice: 'Z90003',
    },
    { way: 'rectum', months: 24, dueDaysAgo: 40, stage: 'told', decidedAfter: 620 },
    async (scene) => died(scene, 12, 9),
  ),
  followUpStory(
    {
      situation: 'Mammogram normal, for Samir to confirm',
      person: { givenName: 'Sandra', familyName: 'Whitlock', bornOn: '1963-11-05' },
      practice: 'Z90001',
    },
    { way: 'breast', months: 24, dueDaysAgo: 14, stage: 'resulted' },
  ),
  followUpStory(
    {
      situation: 'On self-management: rang yesterday about a lump, and waits for an answer',
      person: { givenName: 'Doris', familyName: 'Hallam', bornOn: '1957-04-22' },
      practice: 'Z90002',
    },
    { way: 'breast', months: 12, dueDaysAgo: 100, stage: 'told' },
    comesBack,
  ),
  followUpStory(
    {
      situation: 'Mammogram overdue although it was asked for (Westbourne)',
      person: { givenName: 'Jean', familyName: 'Tremlett', bornOn: '1966-02-18' },
      practice: 'Z90006',
    },
    { way: 'breastWestbourne', months: 12, dueDaysAgo: 95, stage: 'asked' },
  ),
  followUpStory(
    {
      situation: 'Moved away: follow-up ended (Westbourne)',
      person: { givenName: 'Helen', familyName: 'Stroud', bornOn: '1970-12-01' },
      practice: 'Z90007',
    },
    { way: 'breastWestbourne', months: 24, dueDaysAgo: 130, stage: 'told', decidedAfter: 600 },
    async (scene, { pathwayId }) =>
      takesAStep(scene, 30, pathwayId, {
        step: 'ended',
        end: 'moved_away',
        reason: 'Lives in Cumbria now; the team there has the summary and the dates.',
      }),
  ),
  {
    team: 'ZT101-BREAST',
    situation: 'Decided ten days ago with something left undone and why; her practice was sent a link',
    person: { givenName: 'Vera', familyName: 'Lonsdale', bornOn: '1960-03-07' },
    icd10Code: 'C50.2',
    laterality: 'L',
    practice: 'Z90004',
    diagnosedDaysAgo: 230,
    tell: justDecided,
  },
]

async function justDecided(scene: Scene): Promise<void> {
  const { patientId, worker } = scene
  const { phase, endedDaysAgo } = await isTreated(scene, {
    name: 'Surgery and radiotherapy',
    treatments: [
      { modality: '01', from: 160, to: 160, note: 'Wide local excision.' },
      { modality: '05', from: 110, to: 90, note: 'Fifteen fractions.' },
    ],
    goesOn: { modality: '03', from: 95, note: 'Letrozole.' },
    asWellAs: ['0', '0'],
    consultant: 'bhavna',
    nurse: 'beryl',
  })
  const written = await begins(scene, 40, phase, endedDaysAgo)
  await fills(scene, 40, written, BREAST_WORDS)
  await signs(scene, 35, written)
  const place = { patientId, summaryId: written.id, channel: 'secure_email' } as const
  await scene.on(34, () => issueSummaryLink(worker, place))
  await isFollowedUp(scene, {
    protocol: 'breast',
    test: 'mammogram',
    stage: 'due',
    anchoredDaysAgo: 230,
    decidedDaysAgo: 10,
    said: {
      prerequisites: [
        'assessment_and_plan_offered',
        'summary_sent',
        'information_given',
        'way_back_explained',
        'person_agrees',
      ],
      waivedBecause: 'She did not want to come in once more; all of it was gone through on the telephone.',
    },
  })
}

async function comesBack(scene: Scene): Promise<void> {
  const { patientId, teamId, worker } = scene
  await scene.on(1, () =>
    recordedContact(worker, patientId, {
      teamId,
      reason: 'worry_of_return',
      words: 'There is a new lump in the other breast, the size of a pea',
      callBackNumber: '01632 960437',
    }),
  )
}
