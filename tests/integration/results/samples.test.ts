import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { resultMessages } from '@/lib/results/receive-results'
import { nextNhsNumber } from '@/tests/factories/patients'
import { SAMPLE_EXPECTATIONS, type SampleExpectation } from '@/tests/data/hl7-sample-expectations'
import { hl7Samples } from '@/tests/support/interop-samples'
import { MllpClient } from '@/tests/support/mllp-client'
import { demographicCases } from '@/tests/unit/interop/hl7/demographic-cases'
import { ownCases } from '@/tests/unit/interop/hl7/own-cases'
import { refusedCases } from '@/tests/unit/interop/hl7/refused-cases'
import { resultCases } from '@/tests/unit/interop/hl7/result-cases'
import { pidOf } from './laboratory'
import { OUTCOMES, OWN_OUTCOMES } from './sample-outcomes'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
let listener: MllpListener
beforeAll(async () => {
  setting = await makeResultSetting()
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  listener = await startMllpListener(0, resultMessages({ job: 'receive_message' }, organisationId), {
    processingIds: ['P', 'T', 'D'],
  })
  // Different messages of the cases have the same control id: here alone, one that was looked at gets another.
  await query('alter table inbound_message disable trigger inbound_message_is_a_fact')
})
afterAll(async () => {
  await listener.stop()
  await setting.database.drop()
})

const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await setting.database.superuser.query(text, values)).rows as Row[]

/** The same message about somebody in care; null where its lines are not cut as usual, or it names nobody. */
const aboutSomebodyKnown = async (bytes: Uint8Array): Promise<Uint8Array | null> => {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes('MSH|^~\\&|') || !/(?:^|[\r\n])PID\|/.test(text)) return null
  // Each time somebody of whom nothing was said before, so that no case is older than the one before it.
  const nhsNumber = nextNhsNumber()
  await setting.patient({ nhsNumber, practice: false })
  return Buffer.from(text.replace(/(^|[\r\n])PID\|[^\r\n]*/, `$1${pidOf(nhsNumber)}`), 'latin1')
}

type Kept = { id: string; raw: Buffer; code: string }

/** What came of a message: its answer, whether it was kept as it came, what was filed, and what waits and why, with how often. */
const cameOf = async (bytes: Uint8Array): Promise<string> => {
  const client = await MllpClient.connect(listener.port)
  client.send(bytes)
  client.sayNothingMore()
  await client.closed()
  const answers = client.acknowledgements.map(
    (segments) => segments.find((one) => one.startsWith('MSA'))?.slice(4, 6) ?? '',
  )
  const kept = await query<Kept>(
    `select id, raw, acknowledgement as code from inbound_message where control_id not like 'looked at %' order by id`,
  )
  const said = [answers.join(' ') || 'no answer']
  for (const { id, raw, code } of kept) {
    const isWhole = Buffer.from(bytes).includes(raw)
    said.push(isWhole && code === answers[0] ? 'kept' : `kept otherwise, as ${code}`)
    const filed = await query<{ line: string }>(
      `select concat_ws(' ', analyte_code, value_text, unit, status) as line from result where message_id = $1 order by id`,
      [id],
    )
    const left = await query<{ line: string }>(
      `select concat(why, case when count(*) > 1 then concat(' × ', count(*)) end) as line from unmatched_result where message_id = $1 group by why order by why`,
      [id],
    )
    said.push(...[...filed, ...left].map(({ line }) => line))
    // What comes next may have the same control id, and is another message all the same.
    await query(`update inbound_message set control_id = 'looked at ' || id where id = $1`, [id])
  }
  return said.join('; ')
}

const cases = [...refusedCases, ...demographicCases, ...resultCases]

/** As sent, and about somebody in care where that makes another message of it. */
const bothOf = async (bytes: Uint8Array): Promise<string[]> => {
  const asSent = await cameOf(bytes)
  const about = await aboutSomebodyKnown(bytes)
  return about ? [asSent, await cameOf(about)] : [asSent]
}

const WHOLE_HOSPITAL = 'google__simhospital/messages.out'

/** What a message became, of what is said of it in a line. */
const becameOf = (line: string): SampleExpectation['becomes'] => {
  if (!line.startsWith('AA')) return 'refused'
  return line === 'AA' ? 'passed_over' : 'waits'
}

const waitsFor = (why: SampleExpectation['why'] = {}) =>
  Object.entries(why).map(([each, times]) => (times === 1 ? each : `${each} × ${times}`))

/** What is refused is kept as it came where it names a sender, and nothing of it is filed or waits. */
const isAsWanted = (wanted: SampleExpectation, [asSent = '', about]: string[]): boolean => {
  const { answer, becomes, why, known } = wanted
  const refused = new RegExp(`^${answer === 'none' ? 'no answer' : answer}(; kept)?$`)
  const isSent =
    becomes === 'refused'
      ? refused.test(asSent)
      : asSent === (becomes === 'passed_over' ? 'AA' : ['AA', 'kept', ...waitsFor(why)].join('; '))
  if (about === undefined) return isSent
  return isSent && (known ? about === ['AA', 'kept', ...waitsFor(known)].join('; ') : refused.test(about))
}

describe('a message of our own, through to the record', () => {
  it.each(cases)('like $sample comes to what it should', async ({ sample, ours }) => {
    expect(await bothOf(ours)).toEqual(OUTCOMES[sample])
  })

  it.each(ownCases)('with $what comes to what it should', async ({ what, ours }) => {
    expect(await bothOf(ours)).toEqual(OWN_OUTCOMES[what])
  })
})

describe('the samples beside the project, through to the record', () => {
  it('come to what was said they must before they were run, where they are there', async () => {
    const wrong: unknown[] = []
    for (const [sample, bytes] of hl7Samples()) {
      if (sample === WHOLE_HOSPITAL) continue
      const wanted = SAMPLE_EXPECTATIONS[sample]
      const found = await bothOf(bytes)
      if (!wanted || !isAsWanted(wanted, found)) wrong.push({ sample, wanted, found })
    }
    expect(wrong).toEqual([])
  })

  it('of a whole hospital, sent in one go, are answered each, and of strangers only results are kept', async () => {
    const bytes = hl7Samples().get(WHOLE_HOSPITAL)
    const text = bytes ? Buffer.from(bytes).toString('latin1') : ''
    const messages = text.split('\n\n').flatMap((one) => one.trim() || [])
    const ofResults = messages.filter((one) => one.includes('|ORU^R01'))
    const client = await MllpClient.connect(listener.port)
    client.send(...messages.map((one) => Buffer.from(one, 'latin1')))
    const answers = await client.answers(messages.length)
    client.leave()
    const kept = await query<{ code: string; type: string }>(
      `select acknowledgement as code, split_part(message_type, '^', 1) as type from inbound_message where sending_application = 'SIMHOSP'`,
    )
    const filed = await query(
      `select from result join inbound_message as message on message.id = message_id where sending_application = 'SIMHOSP'`,
    )
    const countOf = (code: string) => answers.filter((answer) => answer.startsWith(code)).length
    expect([countOf('AA'), countOf('AR')]).toEqual(messages.length === 0 ? [0, 0] : [1011, 2])
    expect(kept.filter(({ type }) => type === 'ORU')).toHaveLength(ofResults.length)
    expect(kept.filter(({ code, type }) => code === 'AA' && type !== 'ORU')).toEqual([])
    expect(filed).toEqual([])
  })

  it('have each a message of our own that is answered, and becomes, the same', () => {
    const pairs = new Map(cases.map(({ sample }) => [sample, OUTCOMES[sample] ?? []]))
    const wanted = Object.entries(SAMPLE_EXPECTATIONS)
    expect([...pairs.keys()].toSorted()).toEqual(wanted.map(([sample]) => sample).toSorted())
    const differ = wanted.filter(([sample, { answer, becomes }]) => {
      const [asSent = ''] = pairs.get(sample) ?? []
      return !asSent.startsWith(answer === 'none' ? 'no answer' : answer) || becameOf(asSent) !== becomes
    })
    expect(differ.map(([sample]) => sample)).toEqual([])
  })
})
