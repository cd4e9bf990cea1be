import { describe, expect, it } from 'vitest'
import { LARGEST_MESSAGE_BYTES } from '@/lib/interop/hl7/frame-decoder'
import { bytesOf, hl7Message } from '@/tests/factories/hl7-messages'
import { connected, gate, listening, StoredMessages } from './stored-messages'

const message = (controlId: string) => hl7Message({ controlId })
const tooLarge = (controlId: string) => message(controlId) + 'A'.repeat(LARGEST_MESSAGE_BYTES)

describe('the listener', () => {
  it('answers each message once and in order, however many come at once', async () => {
    const stored = new StoredMessages()
    const listener = await listening(stored)
    const client = await connected(listener)
    const ids = Array.from({ length: 200 }, (_, place) => `M${place}`)
    client.send(...ids.map(message))
    expect(await client.answers(200)).toEqual(ids.map((id) => `AA ${id}`))
    expect(stored.accepted).toEqual(ids)
    const own = client.acknowledgements.map(([header = '']) => header.split('|')[9] ?? '')
    expect(new Set(own).size).toBe(200)
    expect(own.every((id) => /^[0-9a-f]{20}$/.test(id))).toBe(true)
  })

  it('listens to this machine alone', async () => {
    expect((await listening(new StoredMessages())).host).toBe('127.0.0.1')
  })

  it('answers after the commit and never before, and reads no further meanwhile', async () => {
    const stored = new StoredMessages()
    const { opened, open } = gate()
    stored.commit = (id) => (id === 'SLOW' ? opened : Promise.resolve())
    const listener = await listening(stored)
    const [slow, other] = [await connected(listener), await connected(listener)]
    slow.send(message('SLOW'), message('NEXT'))
    for (let round = 0; round < 20; round++) {
      other.send(message(`OTHER${round}`))
      await other.answered(round + 1)
    }
    expect(slow.acknowledgements).toEqual([])
    expect(stored.accepted).not.toContain('NEXT')
    open()
    expect(await slow.answers(2)).toEqual(['AA SLOW', 'AA NEXT'])
  })

  it('says AE and goes on when storing fails', async () => {
    const stored = new StoredMessages()
    stored.commit = (id) => (id === 'BAD' ? Promise.reject(new Error('no database')) : Promise.resolve())
    const client = await connected(await listening(stored))
    client.send(message('BAD'), message('GOOD'))
    expect(await client.answers(2)).toEqual(['AE BAD', 'AA GOOD'])
    expect(client.acknowledgements[0]?.find((one) => one.startsWith('ERR'))).toMatch(/^ERR\|\|\|207\^/)
    expect(stored.accepted).toEqual(['GOOD'])
  })

  it('passes on what the handler answers', async () => {
    const stored = new StoredMessages()
    stored.commit = () =>
      Promise.resolve({ code: 'AE', errors: [{ code: '204', location: null, reason: 'Unknown' }] })
    const client = await connected(await listening(stored))
    client.send(message('Q'))
    expect(await client.answers(1)).toEqual(['AE Q'])
  })

  it('keeps a refused message as it came when it names its sender, and only then', async () => {
    const stored = new StoredMessages()
    const client = await connected(await listening(stored))
    const refused = hl7Message({ controlId: 'OLD', version: '2.2' })
    client.send(
      refused,
      'EVN|A08\r',
      hl7Message({ controlId: 'ANON', version: '2.2', sender: '', facility: '' }),
      message('OK'),
    )
    expect(await client.answers(4)).toEqual(['AR OLD', 'AR', 'AR ANON', 'AA OK'])
    expect(stored.refused.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([refused])
  })

  it('says AE when a refused message could not be kept', async () => {
    const stored = new StoredMessages()
    stored.keepRefused = () => Promise.reject(new Error('no database'))
    const client = await connected(await listening(stored))
    client.send(hl7Message({ controlId: 'OLD', version: '2.2' }))
    expect(await client.answers(1)).toEqual(['AE OLD'])
  })

  it('refuses training messages unless it is set up for them', async () => {
    const training = hl7Message({ controlId: 'T1', processingId: 'T' })
    const live = await connected(await listening(new StoredMessages()))
    const trial = await connected(await listening(new StoredMessages(), { processingIds: ['T'] }))
    live.send(training)
    trial.send(training)
    expect([await live.answers(1), await trial.answers(1)]).toEqual([['AR T1'], ['AA T1']])
  })

  it('never answers an acknowledgement', async () => {
    const client = await connected(await listening(new StoredMessages()))
    client.send(hl7Message({ type: 'ACK', segments: ['MSA|AA|X'] }), message('OK'))
    expect(await client.answers(1)).toEqual(['AA OK'])
  })
})

describe('bytes that are no good', () => {
  it('larger than 1 MB get AR with the reason, their beginning is kept, and the next message AA', async () => {
    const stored = new StoredMessages()
    const client = await connected(await listening(stored))
    client.send(tooLarge('HUGE'), message('NEXT'))
    expect(await client.answers(2)).toEqual(['AR HUGE', 'AA NEXT'])
    expect(client.acknowledgements[0]?.[1]).toContain('larger than 1 MB')
    expect(stored.refused.map(({ bytes }) => bytes.length)).toEqual([64 * 1024])
  })

  it('without a start or an end get AR with the reason, and the next message AA', async () => {
    const stored = new StoredMessages()
    const client = await connected(await listening(stored))
    client.socket.write(`${message('NOSTART')}\u001c\r`)
    client.socket.write(`\u000b${message('NOEND')}`)
    client.send(message('GOOD'))
    client.socket.write(`\u000b${message('CUTOFF')}`)
    client.sayNothingMore()
    expect(await client.answers(4)).toEqual(['AR NOSTART', 'AR NOEND', 'AA GOOD', 'AR CUTOFF'])
    expect(stored.refused).toHaveLength(3)
    await client.closed()
  })

  it('between messages are passed over', async () => {
    const client = await connected(await listening(new StoredMessages()))
    client.socket.write(Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))
    client.socket.write(bytesOf('\u0000\u00ff\u001c\u001c\r\r', 'latin1'))
    client.send(message('OK'))
    expect(await client.answers(1)).toEqual(['AA OK'])
  })

  it('that come one at a time make the same message', async () => {
    const client = await connected(await listening(new StoredMessages()))
    client.socket.setNoDelay(true)
    for (const character of `\u000b${message('DRIP')}\u001c`) {
      client.socket.write(character)
      await new Promise(setImmediate)
    }
    expect(await client.answers(1)).toEqual(['AA DRIP'])
  })
})

describe('a peer', () => {
  it('that says nothing is let go, after an answer to what it began', async () => {
    const client = await connected(await listening(new StoredMessages(), { idleMilliseconds: 500 }))
    client.socket.write(`\u000b${message('BEGUN')}`)
    expect(await client.answers(1)).toEqual(['AR BEGUN'])
    await client.closed()
  })

  it('that drips a message for ever is let go', async () => {
    const client = await connected(await listening(new StoredMessages(), { messageMilliseconds: 200 }))
    client.socket.write(`\u000b${message('DRIP')}`)
    const drip = setInterval(() => client.socket.write('.'), 10)
    expect(await client.answers(1)).toEqual(['AR DRIP'])
    clearInterval(drip)
    await client.closed()
  })

  it('is not let go while its message is being stored', async () => {
    const stored = new StoredMessages()
    const { opened, open } = gate()
    stored.commit = () => opened
    const listener = await listening(stored, { idleMilliseconds: 400 })
    const client = await connected(listener)
    client.send(message('LONG'))
    // Another, which has nothing stored, is let go twice meanwhile.
    for (let round = 0; round < 2; round++) await (await connected(listener)).closed()
    open()
    expect(await client.answers(1)).toEqual(['AA LONG'])
  })

  it('that never fetches its answers is let go, and its messages are not held in memory', async () => {
    const facility = 'F'.repeat(6000)
    const messages = Array.from({ length: 4000 }, (_, place) =>
      hl7Message({ controlId: `${place}`, facility }),
    )
    const stored = new StoredMessages()
    const client = await connected(await listening(stored, { idleMilliseconds: 1000 }))
    client.socket.pause()
    client.send(...messages)
    await client.closed()
    expect(stored.accepted.length).toBeLessThan(messages.length)
  })

  it('that vanishes while its message is stored harms nobody', async () => {
    const stored = new StoredMessages()
    const { opened, open } = gate()
    const reached = gate()
    stored.commit = (id) => {
      reached.open()
      return id === 'GONE' ? opened : Promise.resolve()
    }
    const listener = await listening(stored)
    const client = await connected(listener)
    client.send(message('GONE'))
    await reached.opened
    client.leave()
    open()
    const other = await connected(listener)
    other.send(message('HERE'))
    expect(await other.answers(1)).toEqual(['AA HERE'])
    expect(stored.accepted).toContain('GONE')
  })

  it('has its answers to itself among many', async () => {
    const listener = await listening(new StoredMessages())
    const clients = await Promise.all(Array.from({ length: 40 }, () => connected(listener)))
    clients.forEach((client, place) =>
      client.send(...[1, 2, 3, 4, 5].map((number) => message(`C${place}-${number}`))),
    )
    const answers = await Promise.all(clients.map((client) => client.answers(5)))
    expect(answers).toEqual(
      clients.map((_, place) => [1, 2, 3, 4, 5].map((number) => `AA C${place}-${number}`)),
    )
  })

  it('beyond as many as allowed is turned away, and those there go on', async () => {
    const listener = await listening(new StoredMessages(), { mostConnections: 1 })
    const first = await connected(listener)
    first.send(message('A'))
    await first.answered(1)
    await (await connected(listener)).closed()
    first.send(message('B'))
    expect(await first.answers(2)).toEqual(['AA A', 'AA B'])
  })
})

describe('stopping', () => {
  it('lets the message that is being stored have its answer, and begins no other', async () => {
    const stored = new StoredMessages()
    const { opened, open } = gate()
    const reached = gate()
    stored.commit = () => {
      reached.open()
      return opened
    }
    const listener = await listening(stored)
    const client = await connected(listener)
    client.send(message('LAST'), message('NOT BEGUN'))
    await reached.opened
    const stopped = listener.stop()
    open()
    expect(await client.answers(1)).toEqual(['AA LAST'])
    await Promise.all([stopped, client.closed()])
    expect(stored.accepted).toEqual(['LAST'])
    await expect(connected(listener)).rejects.toThrow('ECONNREFUSED')
  })

  it('does not wait for ever for a handler that never answers', async () => {
    const stored = new StoredMessages()
    const reached = gate()
    stored.commit = () => {
      reached.open()
      return new Promise(() => {})
    }
    const listener = await listening(stored, { stopMilliseconds: 50 })
    const client = await connected(listener)
    client.send(message('HANGS'))
    await reached.opened
    await listener.stop()
    await expect(client.answered(1)).rejects.toThrow('closed after 0')
  })
})
