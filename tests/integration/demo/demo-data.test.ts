import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'
import { getFollowUpLedger } from '@/lib/follow-up/get-ledger'
import { listLettersToPost } from '@/lib/messages/letters-to-post'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { listUnmatched } from '@/lib/results/unmatched-queries'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { crewAtWork, type Crew } from '@/prisma/demo/crew'
import { theOthers } from '@/prisma/demo/crowd'
import { theFollowedUp } from '@/prisma/demo/followed-up'
import { inventedPerson } from '@/prisma/demo/invented-people'
import { loadDemoData } from '@/prisma/demo/load-demo-data'
import { STORIES } from '@/prisma/demo/situations'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { EXPECTED_LEDGER, LEDGER } from './expected-ledger'
import { EXPECTED_PEOPLE } from './expected-people'
import { followUpInWords } from './follow-up-portrait'
import { portraitOf } from './portrait'
import { summariesInWords } from './summary-portrait'

/** Two loadings, on a machine that does much else. */
const MOST_MS = 300_000

const named = STORIES.map(({ person, team, nowWith, situation }, place) => {
  return { ...inventedPerson(place, person), team, nowWith, situation, expected: EXPECTED_PEOPLE[place] }
})

/** Some days depend on how long the months are, or on weekends: where a line is expected without its day, it is left out. */
function datedAs(line: string, expected: readonly string[]): string {
  const undated = line.replace(/ -?\d+/, '')
  return expected.includes(undated) ? undated : line
}

const followedUp = theFollowedUp().map(({ sex, ...one }, index) => ({
  ...one,
  ...inventedPerson(STORIES.length + theOthers().length + index, { sex }),
}))

/** How the newest test of one of the many stands, by how far their story goes. */
const STANDS: Record<(typeof followedUp)[number]['stage'], string[]> = {
  told: [],
  due: ['due'],
  overdue: ['overdue'],
  asked: ['requested'],
  done: ['done'],
  resulted: ['resulted'],
  reviewed: ['reviewed'],
}

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
         where patient_id = $1 and closed_at is null and task.kind not in ('hold_first_review', 'hold_second_review', 'hold_agreed_review')
           -- Nobody works at the other practices who could have read them.
           and (task.kind <> 'read_letter' or team.code in ('Z90001', 'Z90002'))`,
        [patient?.id, today(), team],
      )
      const actor = nowWith ? crew.named('femi') : crew.clinicianOf(team)
      const seen = {
        name: `${givenName} ${familyName}`,
        ...(await portraitOf(actor, patient?.id)),
        summaries: await summariesInWords(actor, patient?.id),
        followUp: await followUpInWords(actor, patient?.id),
        open: open.map(({ line }) => datedAs(line, expected?.open ?? [])).sort(),
      }
      expect(seen).toEqual({
        summaries: [],
        followUp: [],
        ...expected,
        open: [...(expected?.open ?? [])].sort(),
      })
    })

    it('follows the many up as far as each story goes, on every way', async () => {
      const stands = async (nhsNumber: string, actor: Actor) => {
        const [patient] = await rowsOf('select id from patient where nhs_number = $1', [nhsNumber])
        const [pathway] = await followUpInWords(actor, patient?.id)
        return pathway
          ?.split('; ')
          .filter((words) => !words.startsWith('next '))
          .slice(1)
      }
      for (const { nhsNumber, team, stage } of followedUp) {
        const tests = await stands(nhsNumber, crew.clinicianOf(team))
        expect(
          tests?.map((words) => words.split(' ').at(-1)),
          `${nhsNumber} ${stage}`,
        ).toEqual(STANDS[stage])
      }
      expect(followedUp.length).toBeGreaterThan(40)
      expect(new Set(followedUp.map(({ stage }) => stage))).toEqual(new Set(Object.keys(STANDS)))
    })

    it('loses nobody who is followed up', async () => {
      const teams = ['beryl', 'olu', 'hannah', 'tomasz'].map((name) => crew.named(name))
      const ledgers = await Promise.all(teams.map((actor) => getFollowUpLedger(actor)))
      for (const { counts, without } of ledgers) {
        expect(without).toEqual([])
        expect(counts).toMatchObject({ without: 0, doubled: 0 })
        expect(counts.people).toBeGreaterThan(4)
      }
    })

    it('has results to file that fit nobody, and letters of the last days to post, for the urology team', async () => {
      const { results } = await listUnmatched(crew.named('olu'))
      expect(results.map(({ why }) => why).sort()).toEqual([
        'differs_in_birth_date',
        'missing_unit',
        'no_such_person',
      ])
      const { letters } = await listLettersToPost(crew.named('megan'), 1)
      expect(letters.map(({ patient }) => patient.name)).toContain('DUNSTAN, Walter (Mr)')
      expect(letters.every(({ writtenOn }) => writtenOn >= addDays(today(), -7))).toBe(true)
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

    it('has a cancer care review overdue at Mill Lane Surgery: one that was agreed', async () => {
      const overdue = await rowsOf(
        `select patient.family_name, task.due_on - $1::date as days
         from task join patient on patient.id = task.patient_id join team on team.id = task.team_id
         where task.kind = 'hold_agreed_review' and closed_at is null and task.due_on < $1::date and team.code = 'Z90001'`,
        [today()],
      )
      expect(overdue).toEqual([{ family_name: 'Brockway', days: -10 }])
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
    const known = new Set([...named, ...followedUp].map(({ nhsNumber }) => nhsNumber))
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
