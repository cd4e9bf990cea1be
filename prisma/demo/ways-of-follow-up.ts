import { wasTreated, type TreatedLongAgo } from './before-follow-up'
import { offered } from './care'
import { isFollowedUp, type FollowedUp, type FollowUpCourse } from './follow-up'
import { daysIn } from './months'
import type { Patient, Scene } from './scene'

type Way = Pick<Patient, 'team'> & {
  icd10Code: string
  laterality: string
  protocol: string
  /** The test that it turns on. */
  test: string
  /** From which day all tests are counted. Surveillance and watchful waiting begin without a treatment. */
  from: 'treatment' | 'diagnosis' | 'decision'
  treatment?: Omit<TreatedLongAgo, 'daysAgo'>
  /** What blood usually shows, where it is not what is usual after treatment. */
  value?: string
}

const prostate = { team: 'ZT101-UROLOGY', icd10Code: 'C61', laterality: '8', test: 'psa' } as const
const bowel = {
  team: 'ZT101-COLORECTAL',
  laterality: '8',
  protocol: 'colorectal',
  from: 'treatment',
} as const
const breast = { icd10Code: 'C50.4', laterality: 'L', protocol: 'breast', test: 'mammogram' } as const
const excision = { modality: '01', note: 'Wide local excision.' } as const
const colectomy = { modality: '01', note: 'Sigmoid colectomy.' } as const

/** The pathways that the demo teams follow people up on. */
export const WAYS = {
  prostatectomy: {
    ...prostate,
    protocol: 'prostate-after-surgery',
    from: 'treatment',
    treatment: { modality: '01', note: 'Radical prostatectomy.' },
  },
  prostateRadiotherapy: {
    ...prostate,
    protocol: 'prostate-after-radiotherapy',
    from: 'treatment',
    treatment: { modality: '05', note: 'Twenty fractions to the prostate.' },
    value: '0.4',
  },
  activeSurveillance: {
    ...prostate,
    protocol: 'prostate-active-surveillance',
    from: 'decision',
    value: '5.2',
  },
  watchfulWaiting: {
    ...prostate,
    protocol: 'prostate-hormones-or-watchful-waiting',
    from: 'decision',
    value: '2.1',
  },
  germCell: {
    team: 'ZT101-UROLOGY',
    icd10Code: 'C62.9',
    laterality: 'R',
    protocol: 'germ-cell',
    test: 'germ_cell_markers',
    from: 'treatment',
    treatment: { modality: '01', note: 'Orchidectomy.' },
  },
  colon: { ...bowel, icd10Code: 'C18.7', test: 'cea', treatment: colectomy },
  colonoscopy: { ...bowel, icd10Code: 'C18.7', test: 'colonoscopy', treatment: colectomy },
  rectum: {
    ...bowel,
    icd10Code: 'C20',
    test: 'cea',
    treatment: { modality: '01', note: 'Anterior resection.' },
  },
  breast: { ...breast, team: 'ZT101-BREAST', from: 'diagnosis', treatment: excision },
  breastWestbourne: { ...breast, team: 'ZT102-BREAST', from: 'diagnosis', treatment: excision },
} as const satisfies Record<string, Way>

export type WayOfFollowUp = keyof typeof WAYS

export type Followed = Omit<FollowUpCourse, 'protocol' | 'test' | 'anchoredDaysAgo' | 'decidedDaysAgo'> & {
  way: WayOfFollowUp
  /** Months from the anchor to the test that it is about, and how many days ago that test was due. */
  months: number
  dueDaysAgo: number
  /** Days from the anchor to the decision. */
  decidedAfter?: number
}

/** Treatment comes after its diagnosis, and what is counted from the diagnosis, after that. */
const DIAGNOSIS_BEFORE_TREATMENT = 80
const TREATMENT_AFTER_DIAGNOSIS = 50
/** By then treatment, the offer at its end and its summary are behind the person. */
const USUALLY_DECIDED_AFTER = 110

/** Whose patient somebody on a way is, and when they were diagnosed. */
export function patientOn({ way, months, dueDaysAgo }: Followed): Omit<Patient, 'person' | 'practice'> {
  const { team, icd10Code, laterality, from } = WAYS[way]
  const before = from === 'diagnosis' ? 0 : DIAGNOSIS_BEFORE_TREATMENT
  return { team, icd10Code, laterality, diagnosedDaysAgo: daysIn(months) + dueDaysAgo + before }
}

const WATCHED = 'The cancer is quiet and gives no trouble: it is watched, and treated if that changes.'

/** Treatment, the decision, and every test since. */
export async function goesTheWay(scene: Scene, followed: Followed): Promise<FollowedUp> {
  const { way: name, months, dueDaysAgo, decidedAfter = USUALLY_DECIDED_AFTER, said, ...course } = followed
  const way: Way = WAYS[name]
  const anchoredDaysAgo = daysIn(months) + dueDaysAgo
  const treatedDaysAgo = anchoredDaysAgo - (way.from === 'diagnosis' ? TREATMENT_AFTER_DIAGNOSIS : 0)
  if (way.treatment) await wasTreated(scene, { ...way.treatment, daysAgo: treatedDaysAgo })
  else await offered(scene, anchoredDaysAgo, 'declined')
  return isFollowedUp(scene, {
    value: way.value,
    ...course,
    said: { ...(!way.treatment && { reasons: WATCHED }), ...said },
    protocol: way.protocol,
    test: way.test,
    anchoredDaysAgo,
    decidedDaysAgo: anchoredDaysAgo - decidedAfter,
  })
}
