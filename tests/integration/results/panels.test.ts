import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { today } from '@/lib/platform/clock'
import { listResults } from '@/lib/results/queries'
import { resultMessages } from '@/lib/results/receive-results'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { fileUnmatched } from '@/lib/results/settle-unmatched'
import { observation, psaOf, sendTogether } from './laboratory'
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

const sendOrder = async (nhsNumber: string, lines: readonly string[], status = 'F') => {
  const order = `OBR|1||PANEL-${nhsNumber}|TM^Tumour markers^L|||${today().replaceAll('-', '')}0015|||||||||||||||||CH|${status}`
  const message = psaOf(nhsNumber, { segments: [order, ...lines] })
  expect(await sendTogether(listener.port, [message])).toEqual(['AA'])
}

/** What came of one order with these lines, about somebody whose PSA is due: what was filed, and what waits and why. */
const cameOf = async (lines: readonly string[], status = 'F') => {
  const { patientId } = await setting.due()
  const [{ nhs_number = '' } = {}] = await query<{ nhs_number: string }>(
    'select nhs_number from patient where id = $1',
    [patientId],
  )
  await sendOrder(nhs_number, lines, status)
  const filed = await query<{ said: string }>(
    `select concat_ws(' ', analyte_code, value_text, unit, status, (select basis from result_release where result_id = result.id)) as said
     from result where patient_id = $1 order by id`,
    [patientId],
  )
  const waiting = await query<{ said: string }>(
    `select concat_ws(' ', why, content ->> 'code', coalesce(content ->> 'text', content ->> 'value')) as said
     from unmatched_result where content -> 'person' ->> 'nhsNumber' = $1 order by id`,
    [nhs_number],
  )
  const said = { filed: filed.map(({ said }) => said), waiting: waiting.map(({ said }) => said) }
  return { ...said, patientId, nhsNumber: nhs_number }
}

const CA125 = { code: 'CA125', unit: 'kU/L' }
const NOTE = 'NTE|1|L|Wrong tube. Please repeat'
const COMMENT = { code: 'COMM', unit: '' }

describe('an order of several results', () => {
  it('sent as text with a comment loses none of them', async () => {
    const { filed, waiting } = await cameOf([
      observation('<0.01', { type: 'ST' }),
      observation('80', { ...CA125, type: 'ST' }),
      observation('250', { code: 'CEA', type: 'ST' }),
      observation('Slightly haemolysed', { ...COMMENT, type: 'ST' }),
    ])
    expect(filed).toEqual(['psa <0.01 µg/L final at_once', 'ca125 80 kU/L final', 'cea 250 µg/L final'])
    expect(waiting).toEqual(['report_in_words COMM <0.01\n80\n250\nSlightly haemolysed'])
  })

  it('sent as text beside words where a number belongs leaves those to a person, with the fields of a number', async () => {
    const { filed, waiting } = await cameOf([
      observation('Please repeat', { ...COMMENT, type: 'TX' }),
      observation('see below', { code: 'CEA', type: 'ST' }),
      observation('0.05', { type: 'ST' }),
    ])
    expect(filed).toEqual(['psa 0.05 µg/L final at_once'])
    expect(waiting).toEqual(['not_a_number CEA see below', expect.stringContaining('report_in_words COMM')])
  })

  it.each([
    ['two values', [observation('6.0'), observation('0.05')], ['6.0', '0.05']],
    [
      'a value and words that take it back',
      [
        observation('<0.01', { type: 'ST' }),
        observation('Wrong tube, RESULT INVALID', { type: 'ST', unit: '' }),
      ],
      ['<0.01', 'Wrong tube, RESULT INVALID'],
    ],
    ['a value and its end', [observation('', { status: 'X' }), observation('0.05')], ['', '0.05']],
  ])('with %s of one analyte leaves all of them to a person', async (_name, lines, values) => {
    expect(await cameOf([...lines, observation('80', CA125)])).toMatchObject({
      filed: ['ca125 80 kU/L final'],
      waiting: values.map((value) => `several_values PSA ${value}`),
    })
  })

  it.each([
    ['in part only', 'A', 'psa 0.05 µg/L preliminary'],
    ['for now', 'P', 'psa 0.05 µg/L preliminary'],
    ['without being verified', 'R', 'psa 0.05 µg/L preliminary'],
    ['without saying so', '', 'psa 0.05 µg/L preliminary'],
    ['for good', 'F', 'psa 0.05 µg/L final at_once'],
    ['once more', 'C', 'psa 0.05 µg/L corrected'],
  ])('reported %s has results that are no further than it is', async (_name, status, came) => {
    expect(await cameOf([observation('0.05')], status)).toMatchObject({ filed: [came], waiting: [] })
  })

  it.each(['Z', 'Q'])(
    'reported as %s, of which no result has a meaning, waits for a person',
    async (status) => {
      expect(await cameOf([observation('0.05')], status)).toMatchObject({
        filed: [],
        waiting: ['unknown_status PSA 0.05'],
      })
    },
  )

  it.each([
    ['beside a result', [observation('0.05'), NOTE], 'Wrong tube. Please repeat'],
    [
      'beside its report',
      [NOTE, 'NTE|2|L|', 'NTE|3|L|Rang the ward', observation('0.05')],
      'Wrong tube. Please repeat\nRang the ward',
    ],
  ])(
    'with what the laboratory wrote %s is kept with it, looked at by itself and not released',
    async (_name, lines, notes) => {
      const { filed, patientId } = await cameOf(lines)
      expect(filed).toEqual(['psa 0.05 µg/L final'])
      const { single } = await listResultsToReview(setting.clinician)
      expect(single.filter((one) => one.patientId === patientId)).toMatchObject([{ result: { notes } }])
    },
  )

  it('sent again with a note that it had not is another version', async () => {
    const { patientId, nhsNumber } = await cameOf([observation('0.05')])
    await sendOrder(nhsNumber, [observation('0.05'), NOTE])
    await sendOrder(nhsNumber, [observation('0.05'), NOTE])
    const { results } = await listResults(setting.clinician, patientId)
    expect(results.map(({ notes, isStanding }) => [notes, isStanding])).toEqual([
      ['Wrong tube. Please repeat', true],
      [null, false],
    ])
  })

  it('keeps what the laboratory wrote for whoever files it from the queue', async () => {
    const { patientId, nhsNumber, waiting } = await cameOf([observation('0.05', { unit: '' }), NOTE])
    expect(waiting).toEqual(['missing_unit PSA 0.05'])
    const [{ id: unmatchedId = '' } = {}] = await query<{ id: string }>(
      `select id from unmatched_result where content -> 'person' ->> 'nhsNumber' = $1`,
      [nhsNumber],
    )
    const typed = {
      code: 'psa',
      value: '0.05',
      unit: 'µg/L',
      reportText: null,
      outcome: undefined,
      howKnown: null,
    }
    const place = { unmatchedId, version: 1, patientId, sampledOn: today(), answers: 'by_date' as const }
    const resultId = await fileUnmatched(setting.clinician, { ...place, ...typed })
    expect(await setting.row(resultId)).toMatchObject({ notes: 'Wrong tube. Please repeat', releases: [] })
  })

  it('says nothing yet of what is not measured yet', async () => {
    const awaited = { status: 'I' }
    const lines = [observation('0.05'), observation('', { ...awaited, ...CA125 })]
    expect(await cameOf(lines, 'F')).toMatchObject({ filed: ['psa 0.05 µg/L final at_once'], waiting: [] })
    expect(await cameOf([observation('', awaited)], 'I')).toMatchObject({ filed: [], waiting: [] })
    const words = [observation('', awaited), observation('No tumour seen', { ...COMMENT, type: 'TX' })]
    expect(await cameOf(words)).toMatchObject({ waiting: [expect.stringMatching(/^report_in_words COMM/)] })
  })

  it.each([
    ['its code', 'PSA'],
    ['none', ''],
  ])('with words behind a number, under %s, keeps them as a note of it', async (_name, code) => {
    const comment = { code, type: 'TX', unit: '' }
    const { filed, waiting, patientId } = await cameOf([
      observation('0.05'),
      observation('Please note', comment),
      observation('change of assay', comment),
      observation('80', CA125),
    ])
    expect({ filed, waiting }).toEqual({ filed: ['psa 0.05 µg/L final', 'ca125 80 kU/L final'], waiting: [] })
    const { results } = await listResults(setting.clinician, patientId)
    expect(results.map(({ notes }) => notes)).toEqual([null, 'Please note\nchange of assay'])
  })
})
