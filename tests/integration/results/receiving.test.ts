import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { getResult } from '@/lib/results/queries'
import { resultMessages } from '@/lib/results/receive-results'
import { reviewResult } from '@/lib/results/review-result'
import { hl7Message, inWords, psa, type MarkerParts } from '@/tests/factories/hl7-messages'
import { nextNhsNumber } from '@/tests/factories/patients'
import { MllpClient } from '@/tests/support/mllp-client'
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

let sequence = 0
const day = (date: string) => date.replaceAll('-', '')

type Sent = Partial<MarkerParts> & {
  value?: string
  controlId?: string
  family?: string
  given?: string
  bornOn?: string
  segments?: string[]
}

/** The PID of the person, as the laboratory knows them. */
const pidOf = (nhsNumber: string, { family = 'Smith', given = 'Anne', bornOn = '19610203' }: Sent) =>
  `PID|1||${nhsNumber}^^^NHS^NH||${family}^${given}||${bornOn}|F`

const messageOf = (nhsNumber: string, sent: Sent = {}) => {
  const { value = '<0.01', controlId = `ZT-${++sequence}`, segments, ...parts } = sent
  const filler = parts.filler ?? `FILL-${sequence}`
  const lines = segments ?? psa(value, { takenAt: `${day(today())}0815`, ...parts, filler })
  return hl7Message({ controlId, segments: [pidOf(nhsNumber, sent), ...lines] })
}

/** Sends messages over one connection, as a laboratory does. @returns MSA-1 of each answer */
const send = async (...messages: string[]) => {
  const client = await MllpClient.connect(listener.port)
  client.send(...messages)
  const answers = await client.answers(messages.length)
  client.leave()
  return answers.map((answer) => answer.slice(0, 2))
}

const someone = async () => {
  const nhsNumber = nextNhsNumber()
  const patientId = await setting.patient({ nhsNumber })
  return { nhsNumber, patientId }
}

const resultsOf = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ id: string; said: string }>(
    `select id, concat_ws(' ', status::text, value_text, unit) as said from result where patient_id = $1 order by id`,
    [patientId],
  )
  return rows
}

const saidOf = async (patientId: string) => (await resultsOf(patientId)).map(({ said }) => said)

const queued = async (controlId: string) => {
  const { rows } = await setting.database.superuser.query<{ why: string; content: { value: string } }>(
    `select why, content from unmatched_result join inbound_message as message on message.id = message_id where control_id = $1`,
    [controlId],
  )
  return rows
}

describe('a message with results', () => {
  it('is filed under the person it names, judged, and its review is owed', async () => {
    const { nhsNumber, patientId } = await someone()
    expect(await send(messageOf(nhsNumber, { unit: 'ng/mL' }))).toEqual(['AA'])
    const [kept] = await resultsOf(patientId)
    expect(kept?.said).toBe('final <0.01 µg/L')
    expect(await setting.row(kept?.id ?? '')).toMatchObject({
      source: 'message',
      referenceRange: '0.0 - 4.0',
      judgements: [{ isInRange: false }],
    })
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: kept?.id }])
    expect(await setting.events(patientId)).toContain('result.filed')
  })

  it('answers the test of the pathway that waits for it', async () => {
    const { patientId, testId } = await setting.due()
    const { rows } = await setting.database.superuser.query<{ nhs_number: string }>(
      'select nhs_number from patient where id = $1',
      [patientId],
    )
    expect(await send(messageOf(rows[0]?.nhs_number ?? '', { value: '0.3' }))).toEqual(['AA'])
    const [kept] = await resultsOf(patientId)
    expect(await setting.row(kept?.id ?? '')).toMatchObject({ testId, judgements: [{ isInRange: false }] })
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: testId }])
  })

  it('sent again is answered as before, and nothing is filed twice', async () => {
    const { nhsNumber, patientId } = await someone()
    const message = messageOf(nhsNumber)
    expect(await send(message, message)).toEqual(['AA', 'AA'])
    expect(await send(message)).toEqual(['AA'])
    expect(await saidOf(patientId)).toHaveLength(1)
  })

  it('with a control id that another message had is refused', async () => {
    const { nhsNumber, patientId } = await someone()
    const controlId = `ZT-USED-${++sequence}`
    expect(
      await send(messageOf(nhsNumber, { controlId }), messageOf(nhsNumber, { controlId, value: '9' })),
    ).toEqual(['AA', 'AE'])
    expect(await saidOf(patientId)).toHaveLength(1)
  })

  it('sent over several connections at once is filed once', async () => {
    const { nhsNumber, patientId } = await someone()
    const message = messageOf(nhsNumber)
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(message)))
    expect(answers.flat()).toEqual(['AA', 'AA', 'AA', 'AA'])
    expect(await saidOf(patientId)).toHaveLength(1)
  })

  it('tells one result from its first to its last word, reviewed again after each', async () => {
    const { nhsNumber, patientId } = await someone()
    const filler = `HISTORY-${++sequence}`
    const step = (value: string, status: string) => messageOf(nhsNumber, { value, status, filler })
    await send(step('0.04', 'P'), step('0.05', 'F'))
    expect(await saidOf(patientId)).toEqual(['preliminary 0.04 µg/L', 'final 0.05 µg/L'])
    const final = (await resultsOf(patientId)).at(-1)
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: final?.id }])
    await review(patientId, final?.id ?? '')
    expect(await setting.reviewsOwed(patientId)).toEqual([])
    await send(step('0.50', 'C'))
    const corrected = (await resultsOf(patientId)).at(-1)
    expect(await setting.row(corrected?.id ?? '')).toMatchObject({ replacesId: final?.id })
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: corrected?.id }])
    await review(patientId, corrected?.id ?? '')
    await send(step('', 'X'))
    const cancelled = (await resultsOf(patientId)).at(-1)
    expect(cancelled?.said).toBe('cancelled')
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: cancelled?.id }])
  })

  it('that takes a whole order back, without a result in it, takes its result back', async () => {
    const { nhsNumber, patientId } = await someone()
    const filler = `WHOLE-${++sequence}`
    const order = (status: string) => psa('0.05', { status, filler, takenAt: `${day(today())}0015` })
    await send(
      messageOf(nhsNumber, { segments: order('F') }),
      messageOf(nhsNumber, { segments: order('X').filter((line) => !line.startsWith('OBX')) }),
    )
    expect(await saidOf(patientId)).toEqual(['final 0.05 µg/L', 'cancelled'])
  })

  it('that comes preliminary after it was final takes no place of it', async () => {
    const { nhsNumber, patientId } = await someone()
    const filler = `LATE-${++sequence}`
    await send(
      messageOf(nhsNumber, { value: '0.05', filler }),
      messageOf(nhsNumber, { value: '0.04', status: 'P', filler }),
    )
    const [final] = await resultsOf(patientId)
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: final?.id }])
  })

  it.each<[string, string, Sent]>([
    ['another date of birth', 'differs_in_birth_date', { bornOn: '19610204' }],
    ['no date of birth', 'differs_in_birth_date', { bornOn: '' }],
    ['another family name', 'differs_in_name', { family: 'Smythe' }],
    ['another given name', 'differs_in_name', { given: 'Ruth' }],
    ['no unit', 'missing_unit', { unit: '' }],
    ['a unit of something else', 'unknown_unit', { unit: 'mmol/L' }],
    ['words where a number belongs', 'not_a_number', { value: 'haemolysed', type: 'ST' }],
    ['a sample of tomorrow', 'future_date', { takenAt: `${day(addDays(today(), 1))}0815` }],
    ['no day of the sample', 'no_sample_date', { takenAt: '' }],
    ['no value', 'missing_value', { value: '' }],
    ['a cancellation of what never came', 'nothing_to_correct', { value: '', status: 'X' }],
  ])('with %s waits for a person, with why', async (_name, why, sent) => {
    const { nhsNumber, patientId } = await someone()
    const controlId = `ZT-BAD-${++sequence}`
    expect(await send(messageOf(nhsNumber, { value: '0.05', controlId, ...sent }))).toEqual(['AA'])
    expect(await saidOf(patientId)).toEqual([])
    expect(await queued(controlId)).toMatchObject([{ why }])
  })

  it.each<[string, string, (nhsNumber: string) => string[]]>([
    [
      'an analyte that is not known',
      'unknown_analyte',
      () => psa('1', {}).map((line) => line.replaceAll('PSA', 'XYZ')),
    ],
    [
      'a report in words',
      'report_in_words',
      () => inWords('CTBODY^CT body^LAB', ['No recurrence.', 'Clear.']),
    ],
  ])('with %s waits for a person, with why', async (_name, why, segmentsOf) => {
    const { nhsNumber } = await someone()
    const controlId = `ZT-BAD-${++sequence}`
    await send(messageOf(nhsNumber, { controlId, segments: segmentsOf(nhsNumber) }))
    expect(await queued(controlId)).toMatchObject([{ why }])
  })

  it.each([
    ['nobody has', () => Promise.resolve(nextNhsNumber())],
    [
      'somebody of another organisation has',
      async () => {
        const { nhsNumber, patientId } = await someone()
        await setting.database.superuser.query(
          `update care_relationship set ended_on = current_date where patient_id = $1 and team_id = $2`,
          [patientId, setting.breast],
        )
        return nhsNumber
      },
    ],
  ])('with an NHS number that %s waits for a person', async (_name, numberOf) => {
    const controlId = `ZT-WHO-${++sequence}`
    await send(messageOf(await numberOf(), { controlId }))
    expect(await queued(controlId)).toMatchObject([{ why: 'no_such_person' }])
  })

  it('names the person as laboratories do: cut short, in capitals, without accents', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(messageOf(nhsNumber, { family: 'SMITH', given: 'ANN' }))
    expect(await saidOf(patientId)).toHaveLength(1)
  })

  it('of which half makes sense files that half', async () => {
    const { nhsNumber, patientId } = await someone()
    const controlId = `ZT-HALF-${++sequence}`
    const taken = { takenAt: `${day(today())}0815` }
    const segments = [
      ...psa('0.05', { ...taken, filler: 'A-1' }),
      ...psa('0.05', { ...taken, unit: '', filler: 'A-2' }),
    ]
    expect(await send(messageOf(nhsNumber, { controlId, segments }))).toEqual(['AA'])
    expect(await saidOf(patientId)).toHaveLength(1)
    expect(await queued(controlId)).toMatchObject([{ why: 'missing_unit', content: { value: '0.05' } }])
  })

  it('that is refused is kept where it has a sender, and another after it is taken', async () => {
    const { nhsNumber, patientId } = await someone()
    const controlId = `ZT-REF-${++sequence}`
    const refused = hl7Message({ controlId, version: '2.8', segments: [pidOf(nhsNumber, {}), ...psa('1')] })
    expect(await send(refused, messageOf(nhsNumber))).toEqual(['AR', 'AA'])
    const { rows } = await setting.database.superuser.query<{ acknowledgement: string }>(
      'select acknowledgement from inbound_message where control_id = $1',
      [controlId],
    )
    expect(rows).toEqual([{ acknowledgement: 'AR' }])
    expect(await saidOf(patientId)).toHaveLength(1)
  })
})

describe('a message with a result that looks like a slip', () => {
  const taken = (daysAgo: number) => `${day(addDays(today(), -daysAgo))}0815`
  const onPathway = async () => {
    const { patientId } = await setting.due()
    const { rows } = await setting.database.superuser.query<{ nhs_number: string }>(
      'select nhs_number from patient where id = $1',
      [patientId],
    )
    return { patientId, nhsNumber: rows[0]?.nhs_number ?? '' }
  }

  it.each<[string, RegExp, Sent[]]>([
    ['ten times the last', /^0.15 is ten times/, [{ value: '0.01', takenAt: taken(200) }, { value: '0.15' }]],
    ['of a day that has one', /already: 0.05/, [{ value: '0.05' }, { value: '0.06' }]],
    ['more than a year old', /more than a year old/, [{ value: '0.05', takenAt: taken(366) }]],
  ])('%s is looked at by itself and not released, and its page says why', async (_name, words, sent) => {
    const { patientId, nhsNumber } = await onPathway()
    for (const one of sent) await send(messageOf(nhsNumber, one))
    const { id: resultId = '' } = (await resultsOf(patientId)).at(-1) ?? {}
    expect((await setting.row(resultId)).releases).toEqual([])
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    expect(result).toMatchObject({ isInRange: false, doubts: expect.stringMatching(words) })
  })

  it('is none beside an earlier version of itself', async () => {
    const { patientId, nhsNumber } = await onPathway()
    const filler = `DOUBT-${++sequence}`
    await send(messageOf(nhsNumber, { value: '0.01', status: 'P', filler }))
    await send(messageOf(nhsNumber, { value: '0.15', filler }))
    const { id: resultId = '' } = (await resultsOf(patientId)).at(-1) ?? {}
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    expect(result).toMatchObject({ isInRange: true, doubts: null })
  })
})

async function review(patientId: string, resultId: string) {
  const { result } = await getResult(setting.clinician, { patientId, resultId })
  const { judgementId } = result
  const nothing = { repeatOn: null, suspendUntil: null, note: null }
  await reviewResult(setting.clinician, {
    patientId,
    resultId,
    judgementId,
    decision: 'continue',
    ...nothing,
  })
}
