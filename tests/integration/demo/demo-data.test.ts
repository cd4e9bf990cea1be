import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'
import { today } from '@/lib/platform/clock'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { crewAtWork, type Crew } from '@/prisma/demo/crew'
import { inventedPerson } from '@/prisma/demo/invented-people'
import { loadDemoData } from '@/prisma/demo/load-demo-data'
import { STORIES } from '@/prisma/demo/situations'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { EXPECTED_LEDGER, LEDGER } from './expected-ledger'
import { EXPECTED_PEOPLE } from './expected-people'
import { portraitOf } from './portrait'
import { summariesInWords } from './summary-portrait'

const MOST_MS = 180_000

const named = STORIES.map(({ person, team, nowWith, situation }, place) => {
  return { ...inventedPerson(place, person), team, nowWith, situation, expected: EXPECTED_PEOPLE[place] }
})

async function loaded(): Promise<TestDatabase> {
  const database = await freshApplication()
  await loadDemoData({ ownerUrl: database.urls.owner, today: today() })
  return database
}

/** Everybody, and what is open for them. Ids and instants differ from one loading to the next; nothing else may. */
async function everybody({ superuser }: TestDatabase): Promise<string[]> {
  const { rows } = await superuser.query<{ line: string }>(`
    select concat_ws(' ', nhs_number, patient.given_name, patient.family_name, born_on, died_on, preferred_language,
      task.kind, task.due_on, task.detail, team.code, staff.email) as line
    from patient left join task on task.patient_id = patient.id and task.closed_at is null
      left join team on team.id = task.team_id left join staff on staff.id = task.owner_staff_id
    order by line`)
  return rows.map(({ line }) => line)
}

describe('demo data', () => {
  let database: TestDatabase
  let crew: Crew
  let firstLoading: string[]
  const rowsOf = async (text: string, values: unknown[] = []) =>
    (await database.superuser.query(text, values)).rows

  beforeAll(async () => {
    database = await loaded()
    firstLoading = await everybody(database)
    await database.drop()
    database = await loaded()
  }, MOST_MS)
  afterAll(async () => {
    await crew?.goHome()
    await database.drop()
  })

  it('is the same at each loading', async () => {
    expect(firstLoading.length).toBeGreaterThan(300)
    expect(await everybody(database)).toEqual(firstLoading)
  })

  it('leaves nobody logged in', async () => {
    expect(await rowsOf('select id from staff_session where ended_at is null')).toEqual([])
  })

  it('is loaded into an empty database alone', async () => {
    const [before] = await rowsOf('select count(*) from access_log')
    await loadDemoData({ ownerUrl: database.urls.owner, today: today() })
    expect(await rowsOf('select count(*) from access_log')).toEqual([before])
  })

  describe('at work', () => {
    beforeAll(async () => {
      crew = await crewAtWork(database.urls.owner)
    })

    it.each(named)('has $givenName $familyName: $situation', async (person) => {
      const { nhsNumber, givenName, familyName, team, nowWith, expected } = person
      const [patient] = await rowsOf('select id from patient where nhs_number = $1', [nhsNumber])
      const open = await rowsOf(
        `select concat_ws(' ', task.kind, task.due_on - $2::date, staff.given_name, nullif(team.code, $3)) as line
         from task join team on team.id = team_id left join staff on staff.id = owner_staff_id
         where patient_id = $1 and closed_at is null and task.kind not in ('hold_first_review', 'hold_second_review', 'hold_agreed_review')`,
        [patient?.id, today(), team],
      )
      const actor = nowWith ? crew.named('femi') : crew.clinicianOf(team)
      const seen = {
        name: `${givenName} ${familyName}`,
        ...(await portraitOf(actor, patient?.id)),
        summaries: await summariesInWords(actor, patient?.id),
        open: open.map(({ line }) => line).sort(),
      }
      expect(seen).toEqual({ summaries: [], ...expected, open: [...(expected?.open ?? [])].sort() })
    })

    it.each([
      ['beryl', 'team'],
      ['beryl', 'mine'],
      ['samir', 'mine'],
      ['olu', 'mine'],
      ['megan', 'mine'],
      ['hannah', 'mine'],
      ['tomasz', 'mine'],
      ['femi', 'mine'],
    ])('has something for %s to do today (%s)', async (givenName, list) => {
      const worklist = await getWorklist(crew.named(givenName), parseWorklistFilter({ list }))
      expect(worklist.rows.length).toBeGreaterThan(0)
      expect(worklist.counts.overdue + worklist.counts.week).toBeGreaterThan(0)
    })

    it.each(['priya', 'carol'])(
      'has plans and summaries to read, and requests to answer and to do, for %s',
      async (givenName) => {
        const home = await getPracticeHome(crew.named(givenName), 1)
        expect(home.unseenPlans).toBeGreaterThan(0)
        expect(home.unreadSummaries).toBeGreaterThan(0)
        expect(home.acceptedRequests).toBeGreaterThan(0)
        expect(home.openRequests).toBeGreaterThan(0)
        expect(home.registered.length).toBeGreaterThan(0)
      },
    )

    it('has a role for the second administrator to confirm, whom the first one gave it', async () => {
      const waitingFor = async (actor: Actor) =>
        (await listRolesToConfirm(actor)).filter(({ isForActor }) => isForActor)
      expect(await waitingFor(crew.named('gareth'))).toHaveLength(1)
      expect(await waitingFor(crew.named('angela'))).toEqual([])
    })
  })

  it('owes each of the others what their facts say, to that team and owner, by that date, and nothing else', async () => {
    const known = new Set(named.map(({ nhsNumber }) => nhsNumber))
    const all = await rowsOf('select nhs_number from patient')
    const others = all.map((row) => row.nhs_number).filter((nhsNumber) => !known.has(nhsNumber))
    const expected = await rowsOf(EXPECTED_LEDGER, [others, today()])
    expect(others.length).toBeGreaterThan(200)
    expect(expected.length).toBeGreaterThan(200)
    expect(await rowsOf(LEDGER, [others])).toEqual(expected)
  })

  it('owes everybody the cancer care reviews that their diagnosis and practice say, and no other', async () => {
    const all = (await rowsOf('select nhs_number from patient')).map((row) => row.nhs_number)
    const reviews = (rows: { line: string }[]) => rows.filter(({ line }) => / hold_\w+_review /.test(line))
    const expected = reviews(await rowsOf(EXPECTED_LEDGER, [all, today()]))
    expect(expected.length).toBeGreaterThan(200)
    expect(reviews(await rowsOf(LEDGER, [all]))).toEqual(expected)
  })

  it('is told of in its README, person by person', () => {
    const readme = readFileSync(`${import.meta.dirname}/../../../prisma/demo/README.md`, 'utf8')
    const untold = named.filter(({ givenName, familyName }) => !readme.includes(`${givenName} ${familyName}`))
    expect(untold.map(({ familyName }) => familyName)).toEqual([])
  })

  it('is refused in live mode', async () => {
    process.env.ALONGSIDE_MODE = 'live'
    try {
      const loading = loadDemoData({ ownerUrl: database.urls.owner, today: today() })
      await expect(loading).rejects.toThrow('Live mode')
    } finally {
      delete process.env.ALONGSIDE_MODE
    }
  })
})
