import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { resultMessages } from '@/lib/results/receive-results'
import { nextNhsNumber } from '@/tests/factories/patients'
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
let known: { nhsNumber: string; patientId: string }
beforeAll(async () => {
  setting = await makeResultSetting()
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  listener = await startMllpListener(0, resultMessages({ job: 'receive_message' }, organisationId), {
    processingIds: ['P', 'T', 'D'],
  })
  const nhsNumber = nextNhsNumber()
  known = { nhsNumber, patientId: await setting.patient({ nhsNumber }) }
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
const aboutSomebodyKnown = (bytes: Uint8Array): Uint8Array | null => {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes('MSH|^~\\&|') || !/(?:^|[\r\n])PID\|/.test(text)) return null
  return Buffer.from(text.replace(/(^|[\r\n])PID\|[^\r\n]*/, `$1${pidOf(known.nhsNumber)}`), 'latin1')
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
  const about = aboutSomebodyKnown(bytes)
  return about ? [asSent, await cameOf(about)] : [asSent]
}

describe('a message of our own, through to the record', () => {
  it.each(cases)('like $sample comes to what it should', async ({ sample, ours }) => {
    expect(await bothOf(ours)).toEqual(OUTCOMES[sample]?.ours)
  })

  it.each(ownCases)('with $what comes to what it should', async ({ what, ours }) => {
    expect(await bothOf(ours)).toEqual(OWN_OUTCOMES[what])
  })
})

describe('the samples beside the project, through to the record', () => {
  it('come to what they should, where they are there', async () => {
    const wrong: unknown[] = []
    for (const [sample, bytes] of hl7Samples()) {
      const wanted = OUTCOMES[sample]?.theirs
      if (!wanted) continue
      const found = await bothOf(bytes)
      if (found.join('\n') !== wanted.join('\n')) wrong.push({ sample, wanted, found })
    }
    expect(wrong).toEqual([])
  })

  it('of a whole hospital, sent in one go, are answered each, and of strangers only results are kept', async () => {
    const bytes = hl7Samples().get('google__simhospital/messages.out')
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

  it('have each an outcome', () => {
    expect(cases.filter(({ sample }) => !OUTCOMES[sample]).map(({ sample }) => sample)).toEqual([])
  })
})
