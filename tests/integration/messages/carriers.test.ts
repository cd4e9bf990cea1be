import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { NotTaken, type Carrier, type Outgoing } from '@/lib/messages/carrier'
import { carriersFrom } from '@/lib/operations/message-carriers/carriers'
import { notifyCarrier } from '@/lib/operations/message-carriers/notify'
import { outboxFolder } from '@/lib/operations/message-carriers/outbox-folder'
import { smtpCarrier } from '@/lib/operations/message-carriers/smtp'
import { aLetter } from '@/tests/factories/letters'

const ID = '0197c000-0000-7000-8000-000000000001'
const WORDS = {
  subject: 'A letter from your hospital team',
  body: 'Your hospital team has sent you a letter.',
}
const EMAIL: Outgoing = { messageId: ID, channel: 'email', address: 'anne@example.org', words: WORDS }
const TEXT: Outgoing = { messageId: ID, channel: 'text_message', address: '07700900123', words: WORDS }
const LETTER: Outgoing = {
  messageId: ID,
  channel: 'letter',
  address: ['Anne Smith', '1 High Street', 'ZZ99 3VZ'],
  letter: aLetter(),
  createdAt: new Date('2026-11-29T12:00:00Z'),
}

/** What an attempt came to: a code and whether it is for good; `unknown` where nobody can tell. */
async function refusalOf(
  carrier: Carrier,
  message: Outgoing,
): Promise<[string, boolean] | 'unknown' | 'taken'> {
  try {
    await carrier.send(message)
    return 'taken'
  } catch (error) {
    return error instanceof NotTaken ? [error.message, error.isForGood] : 'unknown'
  }
}

const portOf = (server: { address(): AddressInfo | string | null }) => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

describe('emails by SMTP', () => {
  const received: string[] = []
  let answer: 'takes it' | 'no such mailbox' | 'try later' | 'hangs up' | 'says nothing' = 'takes it'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      const code = { 'no such mailbox': 550, 'try later': 451 }[answer as string]
      done(code ? Object.assign(new Error('refused'), { responseCode: code }) : null)
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString())
        if (answer === 'hangs up') server.connections.forEach((one) => one.close())
        else if (answer !== 'says nothing') done()
      })
    },
  })
  let carrier: Carrier

  beforeAll(async () => {
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
    server.on('error', () => undefined)
    const url = `smtp://127.0.0.1:${portOf(server.server)}`
    carrier = smtpCarrier({ url, from: 'team@example.org', timeoutMs: 500 })
  })
  afterEach(() => {
    answer = 'takes it'
    received.length = 0
  })
  afterAll(() => new Promise<void>((ended) => server.close(() => ended())))

  it('go to the address with the fixed words, and carry the message’s id', async () => {
    expect(await carrier.send(EMAIL)).toEqual({ reference: `<${ID}@alongside>` })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatch(/To: anne@example\.org/)
    expect(received[0]).toMatch(/From: team@example\.org/)
    expect(received[0]).toContain(`Message-ID: <${ID}@alongside>`)
    expect(received[0]).toContain(WORDS.body)
  })

  it.each([
    ['no such mailbox', ['smtp_550', true]],
    ['try later', ['smtp_451', false]],
    ['hangs up', 'unknown'],
    ['says nothing', 'unknown'],
  ] as const)('to a server that %s', async (given, outcome) => {
    answer = given
    expect(await refusalOf(carrier, EMAIL)).toEqual(outcome)
  })

  it('to no server are tried again', async () => {
    const nobody = smtpCarrier({ url: 'smtp://127.0.0.1:1', from: 'team@example.org', timeoutMs: 500 })
    expect(await refusalOf(nobody, EMAIL)).toEqual(['smtp_esocket', false])
  })

  it('are all that it takes, and nobody can ask it', async () => {
    expect(await refusalOf(carrier, TEXT)).toEqual(['no_carrier', true])
    expect(await carrier.find(ID)).toBe('unknown')
  })
})

describe('messages by GOV.UK Notify', () => {
  const SERVICE = '11111111-1111-4111-8111-111111111111'
  const SECRET = '22222222-2222-4222-8222-222222222222'
  type Asked = { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> }
  const asked: Asked[] = []
  let status: number | 'never' = 201
  let known = true
  let became = ''
  let server: Server
  let carrier: Carrier

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        const sent = z.record(z.string(), z.unknown()).parse(JSON.parse(body || '{}'))
        asked.push({ path: request.url ?? '', headers: request.headers, body: sent })
        if (status === 'never') return
        const answer =
          request.method === 'GET'
            ? { notifications: known ? [{ id: 'n1' }] : [], status: became }
            : { id: 'n1' }
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    carrier = notifyCarrier({
      url: `http://127.0.0.1:${portOf(server)}`,
      key: `team-${SERVICE}-${SECRET}`,
      emailTemplate: 'email-template',
      textTemplate: 'text-template',
      timeoutMs: 500,
    })
  })
  afterEach(() => {
    status = 201
    known = true
    asked.length = 0
  })
  afterAll(() => {
    server.closeAllConnections()
    return new Promise<void>((ended) => void server.close(() => ended()))
  })

  it('are signed for by the service’s key, and carry the id as reference', async () => {
    expect(await carrier.send(EMAIL)).toEqual({ reference: 'n1' })
    expect(asked[0]).toMatchObject({
      path: '/v2/notifications/email',
      body: {
        template_id: 'email-template',
        email_address: 'anne@example.org',
        reference: ID,
        personalisation: WORDS,
      },
    })
    const [, claims = ''] =
      /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(asked[0]?.headers.authorization ?? '') ?? []
    expect(
      z.object({ iss: z.string() }).parse(JSON.parse(Buffer.from(claims, 'base64url').toString())).iss,
    ).toBe(SERVICE)
    await carrier.send(TEXT)
    expect(asked[1]).toMatchObject({
      path: '/v2/notifications/sms',
      body: { phone_number: '07700900123', reference: ID },
    })
  })

  it('as letters are a PDF', async () => {
    await carrier.send(LETTER)
    const { path: address = '', body = {} } = asked[0] ?? {}
    expect(address).toBe('/v2/notifications/letter')
    expect(body.reference).toBe(ID)
    expect(Buffer.from(String(body.content), 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })

  it.each([
    [400, ['notify_400', true]],
    [403, ['notify_403', true]],
    [429, ['notify_429', false]],
    [500, ['notify_500', false]],
    [502, 'unknown'],
    ['never', 'unknown'],
  ] as const)('answered with %s', async (given, outcome) => {
    status = given
    expect(await refusalOf(carrier, TEXT)).toEqual(outcome)
  })

  it.each([
    ['delivered', 'delivered'],
    ['received', 'delivered'],
    ['sending', 'on_its_way'],
    ['pending-virus-check', 'on_its_way'],
    ['permanent-failure', { notDelivered: 'no_such_address' }],
    ['temporary-failure', { notDelivered: 'not_reached' }],
    ['technical-failure', { notDelivered: 'carrier_failed' }],
    ['validation-failed', { notDelivered: 'carrier_failed' }],
    ['a status of next year', 'on_its_way'],
  ])('that are said to be %s afterwards', async (said, arrival) => {
    status = 200
    became = said
    expect(await carrier.arrival?.('n1')).toEqual(arrival)
    expect(asked[0]?.path).toBe('/v2/notifications/n1')
  })

  it('of which nothing is said afterwards', async () => {
    status = 'never'
    await expect(carrier.arrival?.('n1')).rejects.toThrow()
  })

  it('are found again by their reference, or not, or nobody knows', async () => {
    status = 200
    expect(await carrier.find(ID)).toEqual({ reference: 'n1' })
    expect(asked[0]?.path).toContain(`reference=${ID}`)
    known = false
    expect(await carrier.find(ID)).toBe('not_sent')
    status = 'never'
    expect(await carrier.find(ID)).toBe('unknown')
  })
})

describe('the outbox folder', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-outbox-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('has each message once, whole', async () => {
    const carrier = outboxFolder(folder)
    expect(await carrier.find(ID)).toBe('not_sent')
    writeFileSync(path.join(folder, `${ID}.json.unfinished`), '{"channel"')
    expect(await carrier.find(ID)).toBe('not_sent')
    await carrier.send(EMAIL)
    await carrier.send({ ...EMAIL, address: 'other@example.org' })
    expect(readdirSync(folder)).toEqual([`${ID}.json`])
    expect(readFileSync(path.join(folder, `${ID}.json`), 'utf8')).toContain('anne@example.org')
    expect(await carrier.find(ID)).toEqual({ reference: null })
  })
})

describe('the settings of carriers', () => {
  it('are said by name where they are missing or wrong', () => {
    expect(() => carriersFrom({})).toThrow('ALONGSIDE_OUTBOX is missing')
    expect(() => carriersFrom({ ALONGSIDE_OUTBOX: '/tmp', ALONGSIDE_EMAILS: 'pigeon' })).toThrow(
      'ALONGSIDE_EMAILS must be',
    )
    expect(() => carriersFrom({ ALONGSIDE_OUTBOX: '/tmp', ALONGSIDE_TEXT_MESSAGES: 'smtp' })).toThrow(
      'ALONGSIDE_TEXT_MESSAGES must be',
    )
    expect(() => carriersFrom({ ALONGSIDE_OUTBOX: '/tmp', ALONGSIDE_LETTERS: 'notify' })).toThrow(
      'ALONGSIDE_NOTIFY_KEY is missing',
    )
    expect(Object.keys(carriersFrom({ ALONGSIDE_OUTBOX: '/tmp' }))).toEqual([
      'letter',
      'email',
      'text_message',
    ])
  })
})
