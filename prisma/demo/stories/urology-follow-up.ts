import { letterWritten } from '../letters'
import { takesAStep, type FollowedUp } from '../follow-up'
import type { NamedPerson } from '../invented-people'
import type { Scene, Story } from '../scene'
import { isReviewed } from '../surveillance'
import { goesTheWay, patientOn, type Followed } from '../ways-of-follow-up'

type About = { situation: string; person: NamedPerson; practice: string | null }

/** Somebody followed up, and what happened after their newest test. */
export function followUpStory(
  { situation, person, practice }: About,
  followed: Followed,
  then: (scene: Scene, followed: FollowedUp) => Promise<void> = async () => {},
): Story {
  const tell = async (scene: Scene) => then(scene, await goesTheWay(scene, followed))
  return { ...patientOn(followed), situation, person, practice, tell }
}

const man = (givenName: string, familyName: string, bornOn: string): NamedPerson => ({
  givenName,
  familyName,
  bornOn,
  sex: '1',
})

/** Men of the urology team on follow-up, at every point of it. */
export const UROLOGY_FOLLOW_UP_STORIES: readonly Story[] = [
  followUpStory(
    {
      situation: 'Three years of PSA after surgery, every one in range and told',
      person: man('Bernard', 'Ashcombe', '1956-05-14'),
      practice: 'Z90001',
    },
    { way: 'prostatectomy', months: 36, dueDaysAgo: 60, stage: 'told' },
  ),
  followUpStory(
    {
      situation: 'PSA of 0.24 after surgery waits for Olu',
      person: man('Trevor', 'Millican', '1953-09-02'),
      practice: 'Z90001',
    },
    { way: 'prostatectomy', months: 24, dueDaysAgo: 12, stage: 'resulted', value: '0.06', newest: '0.24' },
  ),
  followUpStory(
    {
      situation: 'PSA overdue: nobody has asked for it',
      person: man('Geoffrey', 'Latham', '1949-12-21'),
      practice: 'Z90002',
    },
    { way: 'prostatectomy', months: 12, dueDaysAgo: 80, stage: 'due', decidedAfter: 230 },
  ),
  followUpStory(
    {
      situation: 'Blood was taken four weeks ago, and no result has come',
      person: man('Ivor', 'Penrose', '1958-03-30'),
      practice: 'Z90003',
    },
    { way: 'prostateRadiotherapy', months: 18, dueDaysAgo: 29, stage: 'done', decidedAfter: 430 },
  ),
  followUpStory(
    {
      situation: 'Suspended after a PSA that rose, until it is looked at again',
      person: man('Stanley', 'Hopcroft', '1951-07-17'),
      practice: 'Z90001',
    },
    { way: 'prostateRadiotherapy', months: 12, dueDaysAgo: 25, stage: 'resulted', newest: '2.6' },
    async (scene, followed) => {
      await isReviewed(scene, 20, resultOf(followed), {
        decision: 'suspend',
        suspendedForDays: 30,
        note: 'Scan asked for before anything else is decided',
      })
    },
  ),
  followUpStory(
    {
      situation: 'Called back to clinic for a PSA that nearly doubled on surveillance',
      person: man('Raymond', 'Tindall', '1960-10-08'),
      practice: 'Z90002',
    },
    { way: 'activeSurveillance', months: 18, dueDaysAgo: 15, stage: 'resulted', newest: '9.8' },
    async (scene, followed) => {
      const note = 'To be seen, and an MRI beforehand'
      await isReviewed(scene, 6, resultOf(followed), { decision: 'recall', note })
    },
  ),
  followUpStory(
    {
      situation: 'Ten years are over: follow-up ended, with the letter to his practice',
      person: man('Cecil', 'Warburton', '1944-02-25'),
      practice: 'Z90001',
    },
    { way: 'prostatectomy', months: 120, dueDaysAgo: 50, stage: 'told', decidedAfter: 3200 },
    async (scene, { pathwayId }) => {
      await takesAStep(scene, 20, pathwayId, {
        step: 'ended',
        end: 'completed',
        reason: 'Ten years without a sign of its return.',
        letter:
          'Follow-up after prostatectomy has ended after ten years. Please ask for a PSA only if there is a reason, and refer him back if it is 0.2 or more.',
      })
    },
  ),
  followUpStory(
    {
      situation: 'Without internet: PSA in range, to be told; the letter waits for the post',
      person: man('Walter', 'Dunstan', '1941-06-11'),
      practice: 'Z90001',
    },
    { way: 'prostatectomy', months: 12, dueDaysAgo: 9, stage: 'reviewed', said: { isDigital: 'no' } },
    async (scene) => {
      await letterWritten(
        scene,
        3,
        'Your blood test',
        'Your PSA is as it should be. Please ring us with any worry.',
      )
    },
  ),
  followUpStory(
    {
      situation: 'Watchful waiting: the yearly PSA was asked for, and is awaited',
      person: man('Alfred', 'Kerridge', '1938-11-03'),
      practice: 'Z90003',
    },
    { way: 'watchfulWaiting', months: 12, dueDaysAgo: 5, stage: 'asked', said: { stream: 'nurse_led' } },
  ),
  followUpStory(
    {
      situation: 'Germ cell: three markers of one sample, in range, to confirm',
      person: man('Neville', 'Coates', '1991-04-19'),
      practice: 'Z90002',
    },
    { way: 'germCell', months: 36, dueDaysAgo: 6, stage: 'resulted', decidedAfter: 1000 },
  ),
]

function resultOf({ newest }: FollowedUp): string {
  const [id] = newest?.resultIds ?? []
  if (!id) throw new Error('demo data: no result has come')
  return id
}
