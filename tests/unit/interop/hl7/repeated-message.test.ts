import { describe, expect, it } from 'vitest'
import { contentHash } from '@/lib/interop/hl7/content-hash'
import { readHeader } from '@/lib/interop/hl7/header'
import { ACCEPTED, type Answer } from '@/lib/interop/hl7/hl7-error'
import { judgeRepetition, messageKey } from '@/lib/interop/hl7/repeated-message'
import { bytesOf, hl7Message, MARGARET, psa, type Hl7MessageParts } from '@/tests/factories/hl7-messages'

const hash = (parts: Hl7MessageParts = {}) => contentHash(bytesOf(hl7Message(parts)))
const key = (parts: Hl7MessageParts = {}) => messageKey(readHeader(bytesOf(hl7Message(parts)))!)

describe('a message that came before', () => {
  const refused: Answer = { code: 'AE', errors: [{ code: '101', location: null, reason: 'PID-3 is empty' }] }

  it('gets the same answer again, whatever that was', () => {
    expect(judgeRepetition({ contentHash: 'a', answer: ACCEPTED }, 'a')).toEqual({
      kind: 'repeated',
      answer: ACCEPTED,
    })
    expect(judgeRepetition({ contentHash: 'a', answer: refused }, 'a')).toEqual({
      kind: 'repeated',
      answer: refused,
    })
  })

  it('is new when nothing is kept under its key', () => {
    expect(judgeRepetition(null, 'a')).toEqual({ kind: 'new' })
  })

  it('is refused when it says something else under the same control id', () => {
    const judged = judgeRepetition({ contentHash: 'a', answer: ACCEPTED }, 'b')
    expect(judged).toMatchObject({ kind: 'different', answer: { code: 'AE', errors: [{ code: '205' }] } })
  })
})

describe('the content of a message', () => {
  it('is the same when only its line ends and the time in MSH-7 are others', () => {
    expect(hash({ sentAt: '20261102100000+0000' })).toBe(hash())
    expect(contentHash(bytesOf(hl7Message().replaceAll('\r', '\r\n').trimEnd()))).toBe(hash())
  })

  it('is another with any other change', () => {
    const others = [
      hash({ controlId: 'ZT0002' }),
      hash({ segments: [MARGARET.pid, ...psa('4.11')] }),
      hash({ segments: [MARGARET.pid, ...psa('4.10', { status: 'C' })] }),
      hash({ sender: 'OTHER' }),
    ]
    expect(new Set([hash(), ...others]).size).toBe(5)
  })
})

describe('the key of a message', () => {
  it('is its sender and control id, and nothing else', () => {
    expect(key({ sentAt: '2026', segments: [] })).toBe(key())
    const others = [key({ controlId: 'B' }), key({ sender: 'B' }), key({ facility: 'B' })]
    expect(new Set([key(), ...others]).size).toBe(4)
  })

  it('does not run together', () => {
    expect(key({ sender: 'A","B', facility: 'C' })).not.toBe(key({ sender: 'A', facility: 'B","C' }))
  })
})
