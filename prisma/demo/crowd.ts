import { agreedPlan, assessed, offered, treated, type Concerns } from './care'
import { DEMO_TEAMS, type DemoTeam } from './crew'
import type { Patient, Scene } from './scene'

/** One of the many others: no name of their own, and one of a few usual courses. */
export type Other = Omit<Patient, 'person'> & { sex: '1' | '2'; tell: (scene: Scene) => Promise<void> }

const SIZES: Record<DemoTeam, number> = {
  'ZT101-BREAST': 80,
  'ZT101-UROLOGY': 62,
  'ZT101-COLORECTAL': 56,
  'ZT102-BREAST': 54,
}

const PRACTICES = [
  'Z90001',
  'Z90002',
  'Z90003',
  'Z90001',
  'Z90004',
  'Z90005',
  'Z90002',
  'Z90006',
  'Z90007',
  'Z90008',
]

const CONCERNS: Record<DemoTeam, readonly Concerns[]> = {
  'ZT101-BREAST': [[['fatigue', 6]], [['hot_flushes', 7]], [['worry', 5]], [['swelling', 4]]],
  'ZT101-UROLOGY': [[['urinary', 7]], [['intimacy', 6]], [['fatigue', 5]]],
  'ZT101-COLORECTAL': [[['diarrhoea', 6]], [['numbness', 5]], [['fatigue', 7]]],
  'ZT102-BREAST': [[['sleep', 6]], [['pain', 5]], [['money', 7]]],
}

/** Of every 25 people, how many are on each course, and how long ago the diagnosis may be: from, and over how many days. */
const COURSES: readonly {
  of25: number
  from: number
  over: number
  tell: (other: Place) => Other['tell']
}[] = [
  { of25: 6, from: 2, over: 27, tell: () => async () => {} },
  { of25: 1, from: 33, over: 12, tell: () => async () => {} },
  { of25: 3, from: 60, over: 300, tell: () => (scene) => offered(scene, 40, 'declined') },
  { of25: 1, from: 40, over: 20, tell: () => (scene) => offered(scene, 9, 'undecided') },
  {
    of25: 2,
    from: 36,
    over: 30,
    tell:
      ({ nth }) =>
      (scene) =>
        offered(scene, 1 + (nth % 12), 'accepted'),
  },
  { of25: 6, from: 80, over: 300, tell: (place) => (scene) => noConcerns(scene, place) },
  { of25: 2, from: 50, over: 40, tell: (place) => (scene) => raised(scene, 4 + (place.nth % 9), place) },
  {
    of25: 4,
    from: 110,
    over: 260,
    tell: (place) => (scene) => inPlan(scene, 20 + ((place.nth * 7) % 60), place),
  },
]

type Place = { team: DemoTeam; nth: number }

/** Everybody else in the care of the demo teams. */
export function theOthers(): Other[] {
  return DEMO_TEAMS.flatMap((team) => Array.from({ length: SIZES[team] }, (_, nth) => otherAt({ team, nth })))
}

function otherAt(place: Place): Other {
  const { team, nth } = place
  const course = courseAt(nth)
  return {
    team,
    sex: sexAt(place),
    practice: isWithoutPractice(nth) ? null : (PRACTICES[nth % PRACTICES.length] ?? null),
    diagnosedDaysAgo: course.from + ((nth * 11) % course.over),
    tell: course.tell(place),
  }
}

/** Some of those who have only just come: nobody knows their practice yet. */
function isWithoutPractice(nth: number): boolean {
  return courseAt(nth) === COURSES[0] && nth % 12 === 7
}

function courseAt(nth: number) {
  let left = (nth * 7) % 25
  const course = COURSES.find(({ of25 }) => (left -= of25) < 0)
  if (!course) throw new Error('demo data: the courses of the others do not add up to 25')
  return course
}

function sexAt({ team, nth }: Place): '1' | '2' {
  if (team === 'ZT101-UROLOGY') return nth % 6 === 5 ? '2' : '1'
  if (team === 'ZT101-COLORECTAL') return nth % 2 === 0 ? '1' : '2'
  return nth % 50 === 49 ? '1' : '2'
}

function concernsAt({ team, nth }: Place): Concerns {
  const choices = CONCERNS[team]
  return choices[nth % choices.length] ?? []
}

async function noConcerns(scene: Scene, { nth }: Place): Promise<void> {
  const to = 52 + ((nth * 5) % 13)
  await treated(scene, { modality: '01', from: to + 2, to })
  await assessed(scene, 50, [])
}

async function raised(scene: Scene, daysAgo: number, place: Place): Promise<void> {
  await offered(scene, daysAgo + 8, 'accepted')
  await assessed(scene, daysAgo, concernsAt(place))
}

async function inPlan(scene: Scene, daysAgo: number, place: Place): Promise<void> {
  const concerns = concernsAt(place)
  await assessed(scene, daysAgo + 9, concerns)
  const owners = ['person', 'team', 'practice'] as const
  const owner = owners[place.nth % owners.length] ?? 'team'
  await agreedPlan(scene, daysAgo, {
    actions: concerns.map(([concern]) => ({
      concern,
      owner,
      inDays: daysAgo + 3 + (place.nth % 20),
    })),
  })
}
