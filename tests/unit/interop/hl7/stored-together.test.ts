import { describe, expect, it } from 'vitest'
import type { Answer } from '@/lib/interop/hl7/hl7-error'
import type { Arrival } from '@/lib/interop/hl7/message-handler'
import type { Turn } from '@/lib/interop/hl7/turns'
import { hl7Message } from '@/tests/factories/hl7-messages'
import { connected, gate, listening, StoredMessages } from './stored-messages'

const TAKEN: Answer = { code: 'AA', errors: [] }
const message = (controlId: string) => hl7Message({ controlId })
const idsOf = (count: number) => Array.from({ length: count }, (_, place) => `M${place}`)

/** A handler that stores together, and fails where it is told to. */
class StoredTogether extends StoredMessages {
  readonly commits: string[][] = []
  failing: (ids: readonly string[]) => boolean = () => false

  storeTogether = async (arrivals: readonly Arrival[], turn: Turn): Promise<Answer[]> => {
    const ids = arrivals.map(({ message: { header } }) => header?.controlId ?? '')
    this.commits.push(ids)
    turn.letNextRead()
    await Promise.all(ids.map((id) => this.commit(id)))
    await turn.come()
    if (this.failing(ids)) throw new Error('not together')
    this.accepted.push(...ids)
    return arrivals.map(({ message: each }) => (each.kind === 'refused' ? each.answer : TAKEN))
  }
}

describe('messages that came together', () => {
  it('are stored together, at the most so many, and answered each in order', async () => {
    const stored = new StoredTogether()
    const client = await connected(await listening(stored, { mostTogether: 30 }))
    client.send(...idsOf(100).map(message))
    expect(await client.answers(100)).toEqual(idsOf(100).map((id) => `AA ${id}`))
    expect(stored.accepted).toEqual(idsOf(100))
    expect(Math.max(...stored.commits.map(({ length }) => length))).toBe(30)
  })

  it('are stored one by one where they cannot be together, and only the bad one fails', async () => {
    const stored = new StoredTogether()
    stored.failing = () => true
    stored.commit = (id) =>
      id === 'M1' && stored.commits.length > 0 ? Promise.reject(new Error('bad')) : Promise.resolve()
    const client = await connected(await listening(stored))
    client.send(...idsOf(3).map(message))
    expect(await client.answers(3)).toEqual(['AA M0', 'AE M1', 'AA M2'])
    expect(stored.accepted).toEqual(['M0', 'M2'])
  })

  it('are answered after their commit and never before', async () => {
    const stored = new StoredTogether()
    const [committed, reached] = [gate(), gate()]
    stored.commit = () => {
      reached.open()
      return committed.opened
    }
    const client = await connected(await listening(stored))
    client.send(...idsOf(3).map(message))
    await reached.opened
    expect(client.acknowledgements).toEqual([])
    committed.open()
    expect(await client.answers(3)).toEqual(['AA M0', 'AA M1', 'AA M2'])
  })

  it('have refused ones among them in their place, and acknowledgements without an answer', async () => {
    const stored = new StoredTogether()
    const client = await connected(await listening(stored))
    const old = hl7Message({ controlId: 'OLD', version: '2.2' })
    const anonymous = hl7Message({ controlId: 'ANON', version: '2.2', sender: '', facility: '' })
    const acknowledgement = hl7Message({ type: 'ACK', segments: ['MSA|AA|X'] })
    client.send(message('M0'), old, anonymous, acknowledgement, message('M1'))
    expect(await client.answers(4)).toEqual(['AA M0', 'AR OLD', 'AR ANON', 'AA M1'])
    expect(stored.commits).toEqual([['M0', 'OLD', 'M1']])
  })
})

describe('lots of messages', () => {
  const IN_TWOS = { mostTogether: 2, mostLots: 2 }

  /** Six messages in three lots, of which the first is held up, and the second is not. */
  async function heldUp() {
    const stored = new StoredTogether()
    const [first, second] = [gate(), gate()]
    stored.commit = (id) => {
      if (id === 'M2') second.open()
      return id === 'M0' ? first.opened : Promise.resolve()
    }
    const listener = await listening(stored, IN_TWOS)
    const client = await connected(listener)
    client.send(...idsOf(6).map(message))
    await second.opened
    return { stored, listener, client, letFirst: first.open }
  }

  it('are begun while those before are stored, so many at the most, and answered behind them', async () => {
    const { stored, client, letFirst } = await heldUp()
    expect(stored.commits).toEqual([
      ['M0', 'M1'],
      ['M2', 'M3'],
    ])
    expect(client.acknowledgements).toEqual([])
    expect(stored.accepted).toEqual([])
    letFirst()
    expect(await client.answers(6)).toEqual(idsOf(6).map((id) => `AA ${id}`))
    expect(stored.accepted).toEqual(idsOf(6))
  })

  it('that are begun have their answers when the listener stops, and the others are not begun', async () => {
    const { stored, listener, client, letFirst } = await heldUp()
    const stopped = listener.stop()
    letFirst()
    expect(await client.answers(4)).toEqual(idsOf(4).map((id) => `AA ${id}`))
    await Promise.all([stopped, client.closed()])
    expect(stored.accepted).toEqual(idsOf(4))
    expect(client.acknowledgements).toHaveLength(4)
  })

  it('give way to one before that cannot be stored together, and are stored behind it', async () => {
    const { stored, client, letFirst } = await heldUp()
    stored.failing = (ids) => ids.includes('M0')
    letFirst()
    expect(await client.answers(6)).toEqual(idsOf(6).map((id) => `AA ${id}`))
    expect(stored.accepted).toEqual(idsOf(6))
    expect(stored.commits).toEqual([
      ['M0', 'M1'],
      ['M2', 'M3'],
      ['M2', 'M3'],
      ['M4', 'M5'],
    ])
  })
})
