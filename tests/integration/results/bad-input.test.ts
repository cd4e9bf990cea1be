import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { framed, LARGEST_MESSAGE_BYTES } from '@/lib/interop/hl7/frame-decoder'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { resultMessages } from '@/lib/results/receive-results'
import { hl7Message } from '@/tests/factories/hl7-messages'
import { nextNhsNumber } from '@/tests/factories/patients'
import { MllpClient } from '@/tests/support/mllp-client'
import { psaOf } from './laboratory'
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

const KEPT_OF_TOO_LARGE = 64 * 1024
const START = Buffer.from([0x0b])
const END = Buffer.from([0x1c, 0x0d])
const frame = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(framed(Buffer.from(text, encoding)))
const good = (controlId: string) => psaOf(nextNhsNumber(), { controlId })

/** `keptBytes`: how much of it is kept; null where nothing is, as it names nobody who could be asked. */
type Bad = { bytes: Buffer; answer: string; reason: RegExp; keptBytes: 'all' | number | null }

const CASES: [string, (controlId: string) => Bad][] = [
  [
    'cut off in the middle of a line',
    (id) => {
      const text = `${good(id)}OB`
      return {
        bytes: frame(text),
        answer: 'AE',
        reason: /does not begin with the name of a segment/,
        keptBytes: 'all',
      }
    },
  ],
  [
    'cut off before its end block',
    (id) => {
      const text = good(id).slice(0, -40)
      const bytes = Buffer.concat([START, Buffer.from(text)])
      return { bytes, answer: 'AR', reason: /no end block/, keptBytes: text.length }
    },
  ],
  [
    'without a start block',
    (id) => {
      const text = good(id)
      const bytes = Buffer.concat([Buffer.from(text), END])
      return { bytes, answer: 'AR', reason: /no start block/, keptBytes: text.length }
    },
  ],
  [
    'larger than 1 MB',
    (id) => {
      const bytes = frame(good(id) + 'A'.repeat(LARGEST_MESSAGE_BYTES))
      return { bytes, answer: 'AR', reason: /larger than 1 MB/, keptBytes: KEPT_OF_TOO_LARGE }
    },
  ],
  [
    'of a version that is not read',
    (controlId) => {
      const bytes = frame(hl7Message({ controlId, version: '2.8' }))
      return { bytes, answer: 'AR', reason: /2\.3 to 2\.5\.1/, keptBytes: 'all' }
    },
  ],
  [
    'in a character set that is not known',
    (controlId) => {
      const bytes = frame(hl7Message({ controlId, characterSet: 'KLINGON' }))
      return { bytes, answer: 'AR', reason: /character set/, keptBytes: 'all' }
    },
  ],
  [
    'not in the character set that it names',
    (controlId) => {
      const text = hl7Message({ controlId, characterSet: 'UNICODE UTF-8' }).replace('Okafor', 'Núñez')
      return {
        bytes: frame(text, 'latin1'),
        answer: 'AR',
        reason: /not in its character set/,
        keptBytes: 'all',
      }
    },
  ],
  [
    'with a NUL in it',
    (controlId) => {
      const text = hl7Message({ controlId }).replace('Okafor', 'Oka\0for')
      return { bytes: frame(text), answer: 'AE', reason: /NUL/, keptBytes: 'all' }
    },
  ],
  [
    'for training',
    (controlId) => {
      const bytes = frame(hl7Message({ controlId, processingId: 'T' }))
      return { bytes, answer: 'AR', reason: /processing id/, keptBytes: 'all' }
    },
  ],
  [
    'of a kind that is not taken',
    (controlId) => {
      const bytes = frame(hl7Message({ controlId, type: 'MDM^T02' }))
      return { bytes, answer: 'AR', reason: /ORU and ADT/, keptBytes: 'all' }
    },
  ],
  [
    'from nobody',
    (controlId) => {
      const bytes = frame(hl7Message({ controlId, version: '2.8', sender: '', facility: '' }))
      return { bytes, answer: 'AR', reason: /2\.3 to 2\.5\.1/, keptBytes: null }
    },
  ],
  [
    'that is no message',
    () => ({ bytes: frame('Hello, is this the laboratory?'), answer: 'AR', reason: /MSH/, keptBytes: null }),
  ],
]

let sequence = 0

describe('a message that is no good', () => {
  it.each(CASES)(
    '%s is answered with the reason and kept as it came, and the listener goes on',
    async (_name, badOf) => {
      const controlId = `BAD-${++sequence}`
      const { bytes, answer, reason, keptBytes } = badOf(controlId)
      const client = await MllpClient.connect(listener.port)
      client.socket.write(bytes)
      client.send(good(`AFTER-${controlId}`))
      const [bad, next] = await client.answered(2)
      client.leave()
      const [code, , words] =
        bad
          ?.find((one) => one.startsWith('MSA'))
          ?.split('|')
          .slice(1) ?? []
      expect(code).toBe(answer)
      expect(words).toMatch(reason)
      expect(next?.[1]).toContain(`AA|AFTER-${controlId}`)
      const { rows } = await setting.database.superuser.query<{
        raw: Buffer
        answered: string
        problems: string[]
      }>('select raw, acknowledgement as answered, problems from inbound_message where control_id = $1', [
        controlId,
      ])
      const whole = bytes.length - START.length - END.length
      expect(rows.map(({ raw }) => raw.length)).toEqual(
        keptBytes === null ? [] : [keptBytes === 'all' ? whole : keptBytes],
      )
      for (const { raw, answered, problems } of rows) {
        expect(bytes.includes(raw)).toBe(true)
        expect(answered).toBe(answer)
        expect(problems.join(' ')).toMatch(reason)
      }
    },
  )

  it('sent again is answered as before, and kept once', async () => {
    const bytes = frame(hl7Message({ controlId: 'BAD-AGAIN', version: '2.8' }))
    const client = await MllpClient.connect(listener.port)
    client.socket.write(Buffer.concat([bytes, bytes]))
    expect(await client.answers(2)).toEqual(['AR BAD-AGAIN', 'AR BAD-AGAIN'])
    client.leave()
    const { rowCount } = await setting.database.superuser.query(
      `select from inbound_message where control_id = 'BAD-AGAIN'`,
    )
    expect(rowCount).toBe(1)
  })
})
