import { Client } from 'pg'
import { asActor } from '@/lib/access/as-actor'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { isDemo } from '@/lib/platform/env'
import { administrate, publishProtocols } from './administration'
import { arrive } from './arrivals'
import { crewAtWork, DEMO_TEAMS, employColleagues, type Crew, type DemoTeam } from './crew'
import { theOthers } from './crowd'
import { putDemoAccounts } from './demo-accounts'
import { isStaged } from './disease'
import { theFollowedUp } from './followed-up'
import { inventedPerson, type InventedPerson } from './invented-people'
import { dealWithOldLetters } from './old-letters'
import { laboratorySends } from './laboratory'
import { sceneOf, type Arrival, type Patient, type Scene } from './scene'
import { STORIES } from './situations'

type Loading = { ownerUrl: string; today: CalendarDate }

type Role = { arrival: Arrival; tell: (scene: Scene) => Promise<void> }

/** Stories told at the same time: enough to keep the database busy, few enough to leave connections free. */
const AT_ONCE = 5

/**
 * Puts about 300 fictitious people into an empty database, in known situations as of today, through the commands that
 * the pages use. Does nothing where anybody is there already.
 *
 * @param loading `ownerUrl`: role `owner`, after the reference data is loaded; the role of requests comes from the
 *   settings of the process
 * @throws Error in live mode
 */
export async function loadDemoData({ ownerUrl, today }: Loading): Promise<void> {
  if (!isDemo()) throw new Error('Live mode holds no demo data.')
  if (!(await isEmpty(ownerUrl))) return
  await putDemoAccounts({ ownerUrl })
  await employColleagues(ownerUrl)
  const crew = await crewAtWork(ownerUrl)
  try {
    await publishProtocols(crew)
    await tellAll(crew, today, cast(today))
    await dealWithOldLetters(crew, today)
    await laboratorySends(crew, today)
    await administrate(crew)
  } finally {
    await crew.goHome()
  }
}

/** Row security hides patients from the owner, but a table's size on disk tells whether it was ever written to. */
async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ empty: boolean }>(`select pg_relation_size('patient') = 0 as empty`)
    return rows[0]?.empty ?? false
  } finally {
    await client.end()
  }
}

/** Who there is, always in the same order: people are made up by their place in it. */
function cast(today: CalendarDate): Role[] {
  const named = STORIES.map(({ person, tell, ...patient }, place) => {
    const tellWhole = async (scene: Scene) => {
      await isStaged(scene, patient.diagnosedDaysAgo)
      await tell(scene)
    }
    return { arrival: arrivalOf(inventedPerson(place, person), patient, place, today), tell: tellWhole }
  })
  const others = [...theOthers(), ...theFollowedUp()].map(({ sex, tell, ...patient }, index) => {
    const place = named.length + index
    return { arrival: arrivalOf(inventedPerson(place, { sex }), patient, place, today), tell }
  })
  return [...named, ...others]
}

async function tellAll(crew: Crew, today: CalendarDate, roles: readonly Role[]): Promise<void> {
  const arrivals = roles.map(({ arrival }) => arrival)
  const ids = await arrive(crew, today, arrivals)
  const left = [...roles]
  const tellOn = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const patientId = ids.get(next.arrival.person.nhsNumber)
      if (!patientId) throw new Error(`demo data: ${next.arrival.person.familyName} did not arrive`)
      await next.tell(sceneOf(crew, today, { ...next.arrival, patientId }))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, tellOn))
  await reckonReviews(crew, [...ids.values()])
}

/** Stories are told as of earlier days; which reviews are owed is reckoned today, by whoever has each person in care. */
async function reckonReviews(crew: Crew, patientIds: readonly string[]): Promise<void> {
  const carers = [...DEMO_TEAMS.map((team) => crew.clinicianOf(team)), crew.named('femi')]
  for (const carer of carers) await asActor(carer, (tx) => reconsiderReviews(tx, patientIds))
}

const USUAL_CODES: Record<DemoTeam, readonly [code: string, laterality: string][]> = {
  'ZT101-BREAST': [
    ['C50.4', 'L'],
    ['C50.9', 'R'],
    ['C50.2', 'L'],
    ['D05.1', 'R'],
  ],
  'ZT101-UROLOGY': [
    ['C61', '8'],
    ['C67.2', '8'],
    ['C61', '8'],
    ['C64', 'R'],
  ],
  'ZT101-COLORECTAL': [
    ['C18.7', '8'],
    ['C20', '8'],
    ['C18.2', '8'],
  ],
  'ZT102-BREAST': [
    ['C50.4', 'R'],
    ['C50.8', 'L'],
  ],
}

function arrivalOf(
  person: InventedPerson,
  patient: Omit<Patient, 'person'>,
  place: number,
  today: CalendarDate,
): Arrival {
  const codes = USUAL_CODES[patient.team].filter(([code]) => code !== 'C61' || person.sex === '1')
  const [icd10Code, laterality] = codes[place % codes.length] ?? ['C80', '9']
  return {
    person,
    team: patient.team,
    course: {
      practice: patient.practice,
      diagnosedOn: addDays(today, -patient.diagnosedDaysAgo),
      icd10Code: patient.icd10Code ?? icd10Code,
      laterality: patient.laterality ?? laterality,
    },
  }
}
