import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { fileUnmatched } from '@/lib/results/settle-unmatched'
import { listReleasedResults } from '@/lib/results/released-results'
import { listResults } from '@/lib/results/queries'
import { resultMessages } from '@/lib/results/receive-results'
import { hl7Message } from '@/tests/factories/hl7-messages'
import { observation, pidOf, sendWaiting } from './laboratory'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
let listener: MllpListener
beforeAll(async () => {
  setting = await makeResultSetting()
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  listener = await startMllpListener(0, resultMessages({ job: 'receive_message' }, organisationId))
})
afterAll(async () => {
  await listener.stop()
  await setting.database.drop()
})

const query = async <Row>(text: string, values: unknown[]): Promise<Row[]> =>
  (await setting.database.superuser.query(text, values)).rows as Row[]

/** Somebody whose PSA is due today. */
const due = async () => {
  const place = await setting.due()
  const [{ nhs_number: nhsNumber = '' } = {}] = await query<{ nhs_number: string }>(
    'select nhs_number from patient where id = $1',
    [place.patientId],
  )
  return { ...place, nhsNumber }
}

type Said = {
  order?: string
  status?: string
  daysAgo?: number
  reported?: string
  unit?: string
  sender?: string
}

let sequence = 0

/** A PSA of an order, each call another message. `reported`: OBR-22, as minutes after midnight or as a time. */
const psa = (nhsNumber: string, value: string, said: Said = {}) => {
  const { order = 'A1', status = 'F', daysAgo = 0, reported = '', unit, sender } = said
  const day = addDays(today(), -daysAgo).replaceAll('-', '')
  const reportedAt = reported.length === 4 ? `${day}${reported}` : reported
  const obr = `OBR|1||${order}|PSA^PSA^L|||${day}0005|||||||||||||||${reportedAt}||CH|${status}`
  return hl7Message({
    controlId: `VERSION-${++sequence}`,
    ...(sender === undefined ? {} : { sender }),
    segments: [
      pidOf(nhsNumber),
      obr,
      observation(value, { status, ...(unit === undefined ? {} : { unit }) }),
    ],
  })
}

const send = async (...messages: string[]) =>
  expect(await sendWaiting(listener.port, messages)).toEqual(messages.map(() => 'AA'))

/** Every version, oldest first, and whether it stands. */
const versionsOf = async (patientId: string) => {
  const { results } = await listResults(setting.clinician, patientId)
  return results
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ status, words, isStanding }) => `${status} ${words}${isStanding ? ' stands' : ''}`)
}

describe('a number of an order that comes again', () => {
  it('from another laboratory is another order', async () => {
    const { patientId, nhsNumber } = await due()
    await send(psa(nhsNumber, '6.0', { sender: 'LABA' }), psa(nhsNumber, '0.05', { sender: 'LABB' }))
    expect(await versionsOf(patientId)).toEqual(['final 6.0 µg/L stands', 'final 0.05 µg/L stands'])
  })

  it('for the sample of another day is another specimen', async () => {
    const { patientId, nhsNumber } = await due()
    await send(
      psa(nhsNumber, '0.3', { daysAgo: 180 }),
      psa(nhsNumber, '0.04', { status: 'P' }),
      psa(nhsNumber, '0.05'),
    )
    expect(await versionsOf(patientId)).toEqual([
      'final 0.3 µg/L stands',
      'preliminary 0.04 µg/L',
      'final 0.05 µg/L stands',
    ])
  })

  it('for another day because the day was wrong corrects what was said before', async () => {
    const { patientId, nhsNumber } = await due()
    await send(
      psa(nhsNumber, '0.05', { daysAgo: 9 }),
      psa(nhsNumber, '0.05', { daysAgo: 8, status: 'C' }),
      psa(nhsNumber, '0.05', { daysAgo: 8, status: 'F' }),
    )
    const versions = await versionsOf(patientId)
    expect(versions.filter((version) => version.endsWith('stands'))).toHaveLength(1)
    expect(versions[0]).toBe('final 0.05 µg/L')
  })
})

describe('a result that is sent again as another message', () => {
  it('is known while it stands, and what was reviewed and told of it stays so', async () => {
    const { patientId, nhsNumber } = await due()
    await send(
      psa(nhsNumber, '0.02', { order: 'A0', daysAgo: 90 }),
      psa(nhsNumber, '0.05', { reported: '0010' }),
    )
    const { results } = await listResults(setting.clinician, patientId)
    for (const { id: resultId } of results) await setting.review({ patientId, resultId })
    const owed = await setting.openTasks(patientId)
    const filed = async () =>
      (await setting.events(patientId)).filter((event) => event === 'result.filed').length
    expect(await filed()).toBe(2)
    await send(
      psa(nhsNumber, '0.02', { order: 'A0', daysAgo: 90, reported: `${today().replaceAll('-', '')}0012` }),
      psa(nhsNumber, '0.05', { reported: '0012' }),
    )
    expect(await versionsOf(patientId)).toHaveLength(2)
    expect(await filed()).toBe(2)
    expect(await setting.openTasks(patientId)).toEqual(owed)
  })

  it.each<[string, string, Said]>([
    ['another value', '0.06', {}],
    ['a value written otherwise', '0.050', {}],
    ['another status', '0.05', { status: 'C' }],
    ['another order', '0.05', { order: 'A2' }],
  ])('with %s is another version or result', async (_name, value, said) => {
    const { patientId, nhsNumber } = await due()
    await send(psa(nhsNumber, '0.05'), psa(nhsNumber, value, said))
    expect(await versionsOf(patientId)).toHaveLength(2)
  })

  it('counts again where another version stands by now', async () => {
    const { patientId, nhsNumber } = await due()
    const twice = [psa(nhsNumber, '0.05'), psa(nhsNumber, '', { status: 'X' })]
    await send(...twice, psa(nhsNumber, '0.05'), psa(nhsNumber, '0.05'))
    expect(await versionsOf(patientId)).toHaveLength(3)
  })
})

describe('a result that is dated ahead', () => {
  it('gives way to what is put right by hand, and to what the laboratory says later', async () => {
    const { patientId, nhsNumber } = await due()
    const ahead = `${addDays(today(), 2).replaceAll('-', '')}1200`
    await send(psa(nhsNumber, '6.0', { reported: ahead }))
    const [{ id: replaces = '' } = {}] = (await listResults(setting.clinician, patientId)).results
    await setting.file(patientId, { value: '0.06', replaces, confirmedSlip: 'Rang the laboratory' })
    expect(await versionsOf(patientId)).toEqual(['final 6.0 µg/L', 'corrected 0.06 µg/L stands'])
    await send(psa(nhsNumber, '0.07', { status: 'C', reported: `${today().replaceAll('-', '')}2359` }))
    expect((await versionsOf(patientId)).at(-1)).toBe('corrected 0.07 µg/L stands')
  })
})

const readByPractice = async (patientId: string) =>
  (await listReleasedResults(setting.gp, patientId)).map(({ words }) => words)

/** Files what waits about somebody, in the order it came or the other way round. */
const settleWaiting = async (patientId: string, nhsNumber: string, inOrder = true) => {
  const waiting = await query<{ id: string; version: number; value: string }>(
    `select id, version, content ->> 'value' as value from unmatched_result
     where content -> 'person' ->> 'nhsNumber' = $1 and settled_at is null order by id`,
    [nhsNumber],
  )
  for (const { id: unmatchedId, version, value } of inOrder ? waiting : waiting.toReversed())
    await fileUnmatched(setting.clinician, {
      ...{ unmatchedId, version, patientId, code: 'psa', value, unit: value === '' ? '' : 'µg/L' },
      ...{ reportText: null, outcome: undefined, sampledOn: today(), answers: 'by_date', howKnown: null },
    })
}

/** What was kept of each version, oldest first: of which test, instead of which, whether released by policy and whether it may be read. */
const keptOf = (patientId: string) =>
  query<{
    value: string | null
    testId: string
    replaces: string | null
    basis: string | null
    isRead: boolean
  }>(
    `select value_text as value, test_id as "testId", (select value_text from result as other where other.id = result.replaces_id) as replaces,
       (select basis from result_release where result_id = result.id) as basis, access.is_released(id) as "isRead"
     from result where patient_id = $1 order by id`,
    [patientId],
  )

describe('an older version that comes late', () => {
  it('by message is kept under the same test, takes no place and is released to nobody', async () => {
    const { patientId, nhsNumber, testId } = await due()
    await send(
      psa(nhsNumber, '6.0', { status: 'C', reported: '0010' }),
      psa(nhsNumber, '0.05', { reported: '0005' }),
      psa(nhsNumber, '0.04', { status: 'P', reported: '0001' }),
    )
    const nothing = { testId, replaces: null, basis: null, isRead: false }
    expect(await keptOf(patientId)).toEqual([
      { value: '6.0', ...nothing },
      { value: '0.05', ...nothing },
      { value: '0.04', ...nothing },
    ])
    const [{ id: resultId = '' } = {}] = (await listResults(setting.clinician, patientId)).results.filter(
      ({ isStanding }) => isStanding,
    )
    await setting.review({ patientId, resultId }, { decision: 'contact' })
    expect(await readByPractice(patientId)).toEqual(['6.0 µg/L'])
  })

  it('is kept once, however often it comes', async () => {
    const { patientId, nhsNumber } = await due()
    const late = () => psa(nhsNumber, '0.05', { reported: '0005' })
    await send(psa(nhsNumber, '6.0', { status: 'C', reported: '0010' }), late(), late(), late())
    expect(await versionsOf(patientId)).toEqual(['corrected 6.0 µg/L stands', 'final 0.05 µg/L'])
    const [{ id: replaces = '' } = {}] = (await listResults(setting.clinician, patientId)).results.filter(
      ({ isStanding }) => isStanding,
    )
    await setting.file(patientId, { value: '0.5', replaces, confirmedSlip: 'Rang the laboratory' })
    await send(psa(nhsNumber, '6.0', { status: 'C', reported: '0010' }), late())
    expect(await versionsOf(patientId)).toHaveLength(3)
  })

  it.each<[string, Said]>([
    ['final', { reported: '0005' }],
    ['preliminary', { status: 'P', reported: '0012' }],
  ])('%s from the queue leaves the practice with the version that stands', async (_name, late) => {
    const { patientId, nhsNumber } = await due()
    await send(
      psa(nhsNumber, '0.05', { ...late, unit: '' }),
      psa(nhsNumber, '6.0', { status: 'C', reported: '0010' }),
    )
    const [{ id: resultId = '' } = {}] = (await listResults(setting.clinician, patientId)).results
    await setting.review({ patientId, resultId }, { decision: 'contact' })
    expect(await readByPractice(patientId)).toEqual(['6.0 µg/L'])
    await settleWaiting(patientId, nhsNumber)
    expect(await keptOf(patientId)).toMatchObject([
      { value: '6.0', isRead: true },
      { value: '0.05', replaces: null, basis: null, isRead: false },
    ])
    expect(await readByPractice(patientId)).toEqual(['6.0 µg/L'])
  })

  it('of what was cancelled, both from the queue, is read by nobody', async () => {
    const { patientId, nhsNumber } = await due()
    await send(
      psa(nhsNumber, '0.05', { unit: '', reported: '0005' }),
      psa(nhsNumber, '', { status: 'X', reported: '0010' }),
    )
    await settleWaiting(patientId, nhsNumber, false)
    expect(await versionsOf(patientId)).toEqual([
      expect.stringMatching(/^cancelled .*stands$/),
      'final 0.05 µg/L',
    ])
    expect(await keptOf(patientId)).toMatchObject([
      { isRead: false },
      { replaces: null, basis: null, isRead: false },
    ])
  })

  it('kept as if it replaced what stands, as once was done, hides nothing from the practice', async () => {
    const { patientId, nhsNumber } = await due()
    await send(psa(nhsNumber, '6.0', { status: 'C', reported: '0010' }))
    const [{ id: resultId = '' } = {}] = (await listResults(setting.clinician, patientId)).results
    await setting.review({ patientId, resultId }, { decision: 'contact' })
    await query(
      `with late as (
         insert into result (id, patient_id, team_id, test_id, source, message_id, analyte_code, value_text, value, unit, status, sampled_on, reported_at, order_number, replaces_id)
         select uuidv7(), patient_id, team_id, test_id, source, message_id, analyte_code, '0.05', 0.05, unit, 'final', sampled_on, reported_at - interval '5 minutes', order_number, id
         from result where id = $1 returning id, patient_id)
       insert into result_release (id, patient_id, result_id, basis, released_at) select uuidv7(), patient_id, id, 'signed_off', now() from late`,
      [resultId],
    )
    expect(await readByPractice(patientId)).toEqual(['6.0 µg/L'])
  })
})

describe('a final version with another value than the final one before', () => {
  const basisOf = async (patientId: string) => (await keptOf(patientId)).map(({ basis }) => basis)

  it('is a correction: looked at by itself, and released by nobody but a person', async () => {
    const { patientId, nhsNumber } = await due()
    await send(psa(nhsNumber, '6.0'))
    const [{ id: resultId = '' } = {}] = (await listResults(setting.clinician, patientId)).results
    await setting.review({ patientId, resultId }, { decision: 'contact' })
    await send(psa(nhsNumber, '0.05'))
    expect(await versionsOf(patientId)).toEqual(['final 6.0 µg/L', 'corrected 0.05 µg/L stands'])
    expect(await basisOf(patientId)).toEqual(['signed_off', null])
    const { results } = await listResults(setting.clinician, patientId)
    expect(results.find(({ isStanding }) => isStanding)).toMatchObject({
      isInRange: false,
      awaitsReview: true,
    })
    await send(psa(nhsNumber, '0.05'))
    expect(await versionsOf(patientId)).toHaveLength(2)
  })

  it('is one behind a cancelled one too, but not behind a preliminary one', async () => {
    const { patientId, nhsNumber } = await due()
    await send(
      psa(nhsNumber, '0.04', { status: 'P' }),
      psa(nhsNumber, '0.05'),
      psa(nhsNumber, '', { status: 'X' }),
      psa(nhsNumber, '0.05'),
    )
    expect(await versionsOf(patientId)).toEqual([
      'preliminary 0.04 µg/L',
      'final 0.05 µg/L',
      expect.stringMatching(/^cancelled/),
      'corrected 0.05 µg/L stands',
    ])
    expect(await basisOf(patientId)).toEqual([null, 'at_once', null, null])
  })
})
