import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { asJob } from '@/lib/access/as-job'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import type { Tx } from '@/lib/platform/database'
import { confirmResults } from '@/lib/results/confirm-results'
import { resultMessages } from '@/lib/results/receive-results'
import { nextNhsNumber } from '@/tests/factories/patients'
import { adt } from './hospital-system'
import { psaOf, sendTogether, sendWaiting } from './laboratory'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
const listeners: MllpListener[] = []
/** How many are stored together: all, or two, while the next two are read. */
const LOTS = [
  ['in one go', 100],
  ['in lots of two', 2],
] as const
beforeAll(async () => {
  setting = await makeResultSetting()
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  for (const [, mostTogether] of LOTS)
    listeners.push(
      await startMllpListener(0, resultMessages({ job: 'receive_message' }, organisationId), {
        mostTogether,
      }),
    )
  await setting.database.superuser.query(`
    create function refuse_poison() returns trigger language plpgsql as $$
    begin if new.order_number like 'POISON%' then raise exception 'poison'; end if; return new; end $$;
    create trigger refuse_poison before insert on result for each row execute function refuse_poison()`)
})
afterAll(async () => {
  await Promise.all(listeners.map((listener) => listener.stop()))
  await setting.database.drop()
})

const portOf = (lot: number) => listeners[lot]?.port ?? 0
const waiting = (...messages: string[]) => sendWaiting(portOf(0), messages)

const numberOf = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ nhs_number: string }>(
    'select nhs_number from patient where id = $1',
    [patientId],
  )
  return rows[0]?.nhs_number ?? ''
}

/** Somebody with a test of a pathway that is due, or on none. */
const due = async () => {
  const { patientId } = await setting.due()
  return { patientId, nhsNumber: await numberOf(patientId) }
}
const onNone = async () => {
  const nhsNumber = nextNhsNumber()
  return { patientId: await setting.patient({ nhsNumber }), nhsNumber }
}

/** Everything that came of a person's results, in words, without ids and times. */
const storyOf = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ line: string }>(
    `with numbered as (select *, row_number() over (order by id) as n from result where patient_id = $1)
     select line from (
       select 1 as part, n as place, concat_ws(' ', 'result', n, status, value_text, 'of', coalesce(test.occurrence, 'no test'), 'instead of',
         (select n from numbered as other where other.id = numbered.replaces_id)) as line
       from numbered left join surveillance_test as test on test.id = numbered.test_id
       union all
       select 2, row_number() over (order by judgement.id), concat_ws(' ', 'judged', n, is_in_range, (select string_agg(alert ->> 'rule', ',') from jsonb_array_elements(alerts) as alert))
       from result_judgement as judgement join numbered on numbered.id = judgement.result_id
       union all
       select 3, n, concat_ws(' ', 'released', n, basis) from result_release as release join numbered on numbered.id = release.result_id
       union all
       select 4, row_number() over (order by due_on, occurrence), concat_ws(' ', 'test', occurrence, due_on, window_from, overdue_on, settled_at is not null)
       from surveillance_test where patient_id = $1
       union all
       select 5, row_number() over (order by kind, coalesce(test.occurrence, ''), task.due_on), concat_ws(' ', 'owed', kind, coalesce(test.occurrence, (select 'result ' || n from numbered where id = subject_id), 'pathway'), task.due_on, detail)
       from task left join surveillance_test as test on test.id = task.subject_id where task.patient_id = $1 and closed_at is null
     ) as told order by part, place`,
    [patientId],
  )
  return rows.map(({ line }) => line)
}

const deadlocks = async () => {
  const { rows } = await setting.database.superuser.query<{ n: number }>(
    'select deadlocks::int as n from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.n
}

const requestsOf = async (patientId: string) =>
  (await setting.openTasks(patientId, 'request_surveillance_test')).length

/** Which tasks were met, not only owed no more. */
const metOf = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ kind: string; closure: string }>(
    'select kind, closure from task where patient_id = $1 and closed_at is not null order by kind, closure',
    [patientId],
  )
  return rows
}

const HISTORIES: [string, (nhsNumber: string) => string[]][] = [
  ['one in range', (nhsNumber) => [psaOf(nhsNumber)]],
  [
    'one that rises from sample to sample',
    (nhsNumber) =>
      ['0.02', '0.05', '0.09', '0.30'].map((value, place) =>
        psaOf(nhsNumber, { value, daysAgo: 90 - place * 30 }),
      ),
  ],
  [
    'one that comes in the wrong order',
    (nhsNumber) => [psaOf(nhsNumber, { value: '0.25' }), psaOf(nhsNumber, { value: '<0.01', daysAgo: 40 })],
  ],
  [
    'preliminary, final, corrected and cancelled versions',
    (nhsNumber) => {
      const step = (value: string, status: string) =>
        psaOf(nhsNumber, { value, status, filler: `STORY-${nhsNumber}` })
      return [step('0.04', 'P'), step('0.05', 'F'), step('0.50', 'C'), step('', 'X')]
    },
  ],
  [
    'a preliminary version that comes after the final one',
    (nhsNumber) => {
      const step = (value: string, status: string) =>
        psaOf(nhsNumber, { value, status, filler: `LATE-${nhsNumber}` })
      return [step('0.05', 'F'), step('0.04', 'P')]
    },
  ],
]

describe.each(LOTS)('messages that come together, stored %s', (_name, mostTogether) => {
  const lot = LOTS.findIndex(([, most]) => most === mostTogether)
  const together = (...messages: string[]) => sendTogether(portOf(lot), messages)

  it.each(HISTORIES)('come to what they come to one by one: %s', async (_name, messagesOf) => {
    for (const someone of [due, onNone]) {
      const [one, other] = [await someone(), await someone()]
      const [first, second] = [messagesOf(one.nhsNumber), messagesOf(other.nhsNumber)]
      expect(await together(...first)).toEqual(first.map(() => 'AA'))
      expect(await waiting(...second)).toEqual(second.map(() => 'AA'))
      const story = await storyOf(one.patientId)
      expect(story).toEqual(await storyOf(other.patientId))
      expect(story.filter((line) => line.startsWith('result'))).toHaveLength(first.length)
      const isTakenBack = story.some((line) => line.includes('cancelled'))
      const wasReleased = story.some((line) => line.startsWith('released'))
      expect(story.some((line) => line.startsWith('owed review_result'))).toBe(!isTakenBack || wasReleased)
    }
  })

  it('come to what the same results come to by hand', async () => {
    for (const someone of [due, onNone]) {
      const [one, other] = [await someone(), await someone()]
      await together(psaOf(one.nhsNumber, { value: '0.30' }))
      await setting.file(other.patientId, { value: '0.30' })
      expect(await storyOf(one.patientId)).toEqual(await storyOf(other.patientId))
      expect(await metOf(one.patientId)).toEqual(await metOf(other.patientId))
    }
  })

  it('of many people are each filed under their own', async () => {
    const people = await Promise.all([due(), onNone(), due(), onNone(), due()])
    const values = people.map((_, place) => `0.0${place + 1}`)
    const messages = people.map(({ nhsNumber }, place) => psaOf(nhsNumber, { value: values[place] ?? '' }))
    expect(await together(...messages)).toEqual(people.map(() => 'AA'))
    for (const [place, { patientId }] of people.entries())
      expect((await storyOf(patientId))[0]).toContain(`final ${values[place]} of`)
  })

  it('with one that cannot be stored are stored but for that one, which is told so', async () => {
    const people = await Promise.all(Array.from({ length: 7 }, due))
    const isBad = (place: number) => place === 1 || place === 4
    const messages = people.map(({ nhsNumber }, place) =>
      psaOf(nhsNumber, isBad(place) ? { filler: `POISON-${nhsNumber}` } : {}),
    )
    const answers = people.map((_, place) => (isBad(place) ? 'AE' : 'AA'))
    expect(await together(...messages)).toEqual(answers)
    const stories = await Promise.all(people.map(({ patientId }) => storyOf(patientId)))
    expect(stories.map((story) => story.filter((line) => line.startsWith('result')).length)).toEqual(
      people.map((_, place) => (isBad(place) ? 0 : 1)),
    )
  })

  it('are filed in their order where one among them cannot be stored', async () => {
    const [one, other, bad, last] = await Promise.all([due(), due(), due(), due()])
    const versions = ({ nhsNumber }: { nhsNumber: string }) =>
      ['P', 'F'].map((status) => psaOf(nhsNumber, { status, filler: `ORDER-${nhsNumber}` }))
    const [early = '', final = ''] = versions(one)
    const poison = psaOf(bad.nhsNumber, { filler: `POISON-${bad.nhsNumber}` })
    expect(await together(early, poison, final, psaOf(last.nhsNumber))).toEqual(['AA', 'AE', 'AA', 'AA'])
    await waiting(...versions(other))
    expect(await storyOf(one.patientId)).toEqual(await storyOf(other.patientId))
  })

  it('are filed under whose number it is since another before them', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, due))
    const messages = people.flatMap(({ nhsNumber }) => {
      const old = nextNhsNumber()
      const merge = adt(nhsNumber, { event: 'A40', segments: [`MRG|${old}^^^NHS^NH`] })
      return [psaOf(nhsNumber, { daysAgo: 1 }), merge, psaOf(old)]
    })
    expect(await together(...messages)).toEqual(messages.map(() => 'AA'))
    for (const { patientId } of people)
      expect((await storyOf(patientId)).filter((line) => line.startsWith('result'))).toHaveLength(2)
  })

  it('twice the same are filed once, and another under a used control id is refused', async () => {
    const { nhsNumber, patientId } = await onNone()
    const controlId = `TWICE-${nhsNumber}`
    const message = psaOf(nhsNumber, { controlId, filler: 'TWICE' })
    const other = psaOf(nhsNumber, { controlId, filler: 'TWICE', value: '9' })
    expect(await together(message, message, other, message)).toEqual(['AA', 'AA', 'AE', 'AA'])
    expect((await storyOf(patientId)).filter((line) => line.startsWith('result'))).toHaveLength(1)
  })

  it('on several connections at once, crosswise about the same people, are filed once and wait in no ring', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, due))
    const messages = people.map(({ nhsNumber }) => psaOf(nhsNumber))
    const orders = [messages, messages.toReversed(), messages, messages.toReversed()]
    const before = await deadlocks()
    const answers = await Promise.all(orders.map((list) => together(...list)))
    expect(await deadlocks()).toBe(before)
    expect(answers.flat().every((answer) => answer === 'AA')).toBe(true)
    for (const { patientId } of people)
      expect((await storyOf(patientId)).filter((line) => line.startsWith('result'))).toHaveLength(1)
  })

  it('while staff confirm earlier ones of the same people leave none without its review', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, due))
    await together(...people.map(({ nhsNumber }) => psaOf(nhsNumber, { daysAgo: 1 })))
    const { rows } = await setting.database.superuser.query<{
      id: string
      patient_id: string
      judgement: string
    }>(
      `select result.id, result.patient_id, judgement.id as judgement from result join result_judgement as judgement on judgement.result_id = result.id
       where result.patient_id = any ($1::uuid[])`,
      [people.map(({ patientId }) => patientId)],
    )
    const confirming = rows.map((row) =>
      confirmResults(setting.clinician, {
        results: [{ patientId: row.patient_id, resultId: row.id, judgementId: row.judgement }],
      }),
    )
    const again = people.map(({ nhsNumber }) => psaOf(nhsNumber))
    const [answers] = await Promise.all([together(...again.toReversed()), ...confirming])
    expect(answers).toEqual(again.map(() => 'AA'))
    for (const { patientId } of people) {
      const story = await storyOf(patientId)
      expect(story.filter((line) => line.startsWith('result'))).toHaveLength(2)
      expect(story.filter((line) => /^owed (?:review|tell)_result/.test(line)).length).toBeGreaterThan(0)
    }
  })

  it('are in the access log, each once, and its chains hold', async () => {
    const { nhsNumber, patientId } = await due()
    await together(psaOf(nhsNumber), psaOf(nhsNumber, { daysAgo: 1 }))
    expect((await setting.events(patientId)).filter((event) => event === 'result.filed')).toHaveLength(2)
    const { rows } = await setting.database.superuser.query('select * from access.verify_access_log()')
    expect(rows).toEqual([])
  })
})

describe('the ledger of several pathways', () => {
  const owe = (tx: Tx, wanted: unknown) =>
    tx.$queryRaw<{ changed: number }[]>`
      select access.owe_on_pathways(${JSON.stringify(wanted)}::jsonb) as changed`

  it('is kept only about what belongs to each', async () => {
    const [{ pathwayId }, other] = [await setting.followed(), await setting.due()]
    const task = { kind: 'review_result', subject: other.testId, due: '2026-12-01', words: null }
    const wanted = [{ pathway: pathwayId, owed: [task], met: [] }]
    await expect(asJob({ job: 'receive_message' }, (tx) => owe(tx, wanted))).rejects.toThrow(
      'not of this pathway',
    )
  })

  it('is kept by a job, or by who has them in care, who is said to have done it', async () => {
    const [{ patientId, pathwayId }, other] = [await setting.followed(), await setting.followed()]
    const ledgers = [pathwayId, other.pathwayId].map((pathway) => ({ pathway, owed: [], met: [] }))
    expect(await requestsOf(patientId)).toBe(1)
    await expect(asActor(setting.urologist, (tx) => owe(tx, ledgers))).rejects.toThrow('not in care')
    await expect(
      setting.database.pools.app.query(`select access.owe_on_pathways($1)`, [JSON.stringify(ledgers)]),
    ).rejects.toThrow('not in care')
    expect(await requestsOf(patientId)).toBe(1)
    const [kept] = await asActor(setting.clinician, (tx) => owe(tx, ledgers))
    expect(kept?.changed).toBe(2)
    expect(await requestsOf(patientId)).toBe(0)
    const { rows } = await setting.database.superuser.query<{ closed_by_id: string }>(
      `select closed_by_id from task where patient_id = $1 and kind = 'request_surveillance_test'`,
      [patientId],
    )
    expect(rows).toEqual([{ closed_by_id: setting.clinician.staffId }])
  })
})
