import { daysIn } from './months'
import type { Patient, Scene } from './scene'
import type { Stage } from './surveillance'
import { goesTheWay, patientOn, type Followed, type WayOfFollowUp } from './ways-of-follow-up'

/** One of the many on follow-up: no name of their own. `stage`: how far their newest test has come. */
export type OneFollowedUp = Omit<Patient, 'person'> & {
  sex: '1' | '2'
  stage: Stage | 'overdue'
  tell: (scene: Scene) => Promise<void>
}

/** Of each way, at which months somebody is; each is one person. */
const PLACES: readonly { way: WayOfFollowUp; months: readonly number[]; usual?: 'nurse_led' }[] = [
  { way: 'prostatectomy', months: [6, 12, 18, 24, 36, 48, 60, 12] },
  { way: 'prostateRadiotherapy', months: [12, 18, 24, 36, 48, 30] },
  { way: 'activeSurveillance', months: [12, 24, 18] },
  { way: 'watchfulWaiting', months: [12, 24], usual: 'nurse_led' },
  { way: 'germCell', months: [24] },
  { way: 'colon', months: [6, 12, 18, 24, 30, 36] },
  { way: 'rectum', months: [6, 12, 24, 36, 48] },
  { way: 'breast', months: [12, 24, 36, 48, 60, 12, 24, 36] },
  { way: 'breastWestbourne', months: [12, 24, 36, 48] },
]

/** How far their newest test has come and how long ago it was due, one after the other. */
const STAGES: readonly { stage: OneFollowedUp['stage']; dueDaysAgo: number }[] = [
  { stage: 'told', dueDaysAgo: 40 },
  { stage: 'resulted', dueDaysAgo: 6 },
  { stage: 'told', dueDaysAgo: 75 },
  { stage: 'asked', dueDaysAgo: 8 },
  { stage: 'told', dueDaysAgo: 21 },
  { stage: 'due', dueDaysAgo: 3 },
  { stage: 'reviewed', dueDaysAgo: 10 },
  { stage: 'told', dueDaysAgo: 60 },
  { stage: 'done', dueDaysAgo: 5 },
  { stage: 'overdue', dueDaysAgo: 100 },
  { stage: 'told', dueDaysAgo: 33 },
]

const PRACTICES = ['Z90001', 'Z90002', 'Z90003', 'Z90004', 'Z90005', 'Z90006']

/** Since when a way lasts for most of them: so that one test or two are told of. */
const DAYS_ON_IT = 240
/** Treatment and its end come first. */
const SOONEST_DECIDED_AFTER = 110

/** Everybody else on follow-up. */
export function theFollowedUp(): OneFollowedUp[] {
  return PLACES.flatMap(({ months, ...place }) => months.map((each) => ({ ...place, months: each }))).map(
    followedUpAt,
  )
}

type Place = { way: WayOfFollowUp; months: number; usual?: 'nurse_led' }

function followedUpAt({ way, months, usual }: Place, nth: number): OneFollowedUp {
  const { stage, dueDaysAgo } = at(STAGES, nth)
  const followed: Followed = {
    way,
    months,
    dueDaysAgo,
    stage: stage === 'overdue' ? 'due' : stage,
    decidedAfter: Math.max(daysIn(months) - DAYS_ON_IT, SOONEST_DECIDED_AFTER),
    said: { isDigital: nth % 6 === 5 ? 'no' : 'yes', ...(usual && { stream: usual }) },
  }
  const tell = async (scene: Scene) => {
    await goesTheWay(scene, followed)
  }
  return { ...patientOn(followed), practice: at(PRACTICES, nth), sex: sexOn(way, nth), stage, tell }
}

function sexOn(way: WayOfFollowUp, nth: number): '1' | '2' {
  if (way === 'breast' || way === 'breastWestbourne') return '2'
  const isOfEither = way === 'colon' || way === 'rectum'
  return isOfEither && nth % 2 === 0 ? '2' : '1'
}

function at<Item>(list: readonly Item[], place: number): Item {
  return list[place % list.length] as Item
}
