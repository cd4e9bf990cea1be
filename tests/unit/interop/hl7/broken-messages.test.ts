import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeAcknowledgement } from '@/lib/interop/hl7/acknowledgement'
import { readHeader } from '@/lib/interop/hl7/header'
import { receiveMessage } from '@/lib/interop/hl7/receive-message'
import { bytesOf, hl7Message, MARGARET, psaHistory } from '@/tests/factories/hl7-messages'
import { demographicCases } from './demographic-cases'
import { ownCases } from './own-cases'
import { resultCases } from './result-cases'
import { connected, listening, StoredMessages } from './stored-messages'

const whole = [...demographicCases, ...resultCases, ...ownCases].map(({ ours }) => ours)
const telling = fc.constantFrom(...bytesOf('|^~\\&\r\n"\u000b\u001c\u0000-<>.Z9X\u00ff\u00c3', 'latin1'))
const damage = fc.record({
  at: fc.nat(2000),
  what: fc.constantFrom('change', 'insert', 'delete', 'cut', 'repeat'),
  byte: fc.oneof(telling, fc.integer({ min: 0, max: 255 })),
  length: fc.integer({ min: 1, max: 40 }),
})

function damaged(
  bytes: Uint8Array,
  { at, what, byte, length }: typeof damage extends fc.Arbitrary<infer One> ? One : never,
): Uint8Array {
  const place = at % (bytes.length + 1)
  const [before, after] = [[...bytes.slice(0, place)], [...bytes.slice(place)]]
  switch (what) {
    case 'change':
      return Uint8Array.from([...before, byte, ...after.slice(1)])
    case 'insert':
      return Uint8Array.from([...before, byte, ...after])
    case 'delete':
      return Uint8Array.from([...before, ...after.slice(length)])
    case 'cut':
      return Uint8Array.from(before)
    default:
      return Uint8Array.from([...before, ...after.slice(0, length), ...after])
  }
}

const broken = fc
  .tuple(fc.constantFrom(...whole), fc.array(damage, { minLength: 1, maxLength: 6 }))
  .map(([bytes, wounds]) => wounds.reduce(damaged, bytes))

describe('a broken message', () => {
  it('is always taken, refused or ignored, and can be answered', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: broken }, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const received = receiveMessage(bytes, { processingIds: ['P', 'T'] })
        expect(['accepted', 'refused', 'ignored']).toContain(received.kind)
        if (received.kind !== 'refused') return
        expect(received.answer.errors.length).toBeGreaterThan(0)
        const setting = { controlId: 'X', at: new Date(0), enhancedMode: false }
        const answer = writeAcknowledgement(received.header, received.answer, setting)
        expect(readHeader(answer)?.messageCode).toBe('ACK')
      }),
      { numRuns: 8000 },
    )
  })

  it('never gives a number that was not sent', () => {
    const decimals = fc.stringMatching(/^(?:<|>|<=|>=)?\d{1,6}(?:\.\d{1,4})?$/)
    fc.assert(
      fc.property(decimals, (value) => {
        const received = receiveMessage(
          bytesOf(hl7Message({ segments: [MARGARET.pid, ...psaWith(value)] })),
          {
            processingIds: ['P'],
          },
        )
        if (received.kind !== 'accepted' || received.content.kind !== 'results') throw new Error('not taken')
        const read = received.content.reports[0]?.observations[0]?.value
        expect(read?.kind === 'number' && `${read.comparator ?? ''}${read.number}`).toBe(value)
      }),
    )
  })

  it('never ends the listener', async () => {
    const stored = new StoredMessages()
    const listener = await listening(stored, { idleMilliseconds: 2000 })
    const client = await connected(listener)
    const good = hl7Message({ controlId: 'STILL HERE' })
    const messages = fc.sample(broken, { numRuns: 500, seed: 7 })
    for (const bytes of messages) client.send(bytes)
    client.send(good)
    while (!client.acknowledgements.some((segments) => segments[1]?.startsWith('MSA|AA|STILL HERE')))
      await client.answered(client.acknowledgements.length + 1)
    expect(stored.accepted.at(-1)).toBe('STILL HERE')
  })

  it('of 1 MB is read within a moment, whatever it is full of', () => {
    for (const filling of ['|', '^', '~', '&', '\\', '\r', '\\X41\\', '\rNTE|1||x', 'OBX|1\r', '\\.sp9\\']) {
      const bytes = bytesOf(psaHistory()[0] + filling.repeat(Math.floor(1_000_000 / filling.length)))
      const started = performance.now()
      receiveMessage(bytes, { processingIds: ['P'] })
      expect(performance.now() - started).toBeLessThan(5000)
    }
  })
})

function psaWith(value: string): string[] {
  return ['OBR|1|R|F|PSA|||202611020815||||||||||||||||||F', `OBX|1|NM|PSA||${value}|ug/L|||||F`]
}
