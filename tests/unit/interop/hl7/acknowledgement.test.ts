import { describe, expect, it } from 'vitest'
import { writeAcknowledgement } from '@/lib/interop/hl7/acknowledgement'
import { readHeader } from '@/lib/interop/hl7/header'
import { ACCEPTED, NOT_STORED, type Answer } from '@/lib/interop/hl7/hl7-error'
import { bytesOf, hl7Message, type Hl7MessageParts } from '@/tests/factories/hl7-messages'

const AT = new Date('2026-11-02T09:31:00Z')
const MISSING: Answer = {
  code: 'AE',
  errors: [
    { code: '101', location: { segment: 'PID', occurrence: 1, field: 3 }, reason: 'PID-3 | is empty' },
  ],
}

function acknowledged(
  text: string,
  answer: Answer = ACCEPTED,
  enhancedMode = false,
  encoding: BufferEncoding = 'utf8',
) {
  const setting = { controlId: 'OURS1', at: AT, enhancedMode }
  const bytes = writeAcknowledgement(readHeader(bytesOf(text, encoding)), answer, setting)
  return Buffer.from(bytes).toString(encoding).split('\r')
}
const toMessage = (parts: Hl7MessageParts, answer?: Answer, enhancedMode?: boolean) =>
  acknowledged(hl7Message(parts), answer, enhancedMode)

describe('an acknowledgement', () => {
  it('changes sender and receiver over and says which message it is for', () => {
    expect(toMessage({})).toEqual([
      'MSH|^~\\&|ALONGSIDE|ZT101|WINPATH|ZT101|20261102093100+0000||ACK^R01^ACK|OURS1|P|2.5.1',
      'MSA|AA|ZT0001',
      '',
    ])
  })

  it('names segment, field, code and reason of each error, and escapes its own words', () => {
    expect(toMessage({}, MISSING).slice(1)).toEqual([
      'MSA|AE|ZT0001|PID-3: PID-3 \\F\\ is empty',
      'ERR||PID^1^3|101^Required field missing^HL70357|E||||PID-3 \\F\\ is empty',
      '',
    ])
  })

  it('to an older version puts code and place into ERR-1', () => {
    expect(toMessage({ version: '2.3' }, MISSING)[0]).toContain('|ACK^R01|')
    expect(toMessage({ version: '2.4' }, MISSING)[2]).toBe('ERR|PID^1^3^101&Required field missing&HL70357')
    expect(toMessage({}, NOT_STORED)[2]).toMatch(/^ERR\|\|\|207\^/)
  })

  it('is written in the delimiters of the sender', () => {
    const other = hl7Message().replace(/[|^~\\&]/g, (one) => '@~&#\\'['|^~\\&'.indexOf(one)] ?? one)
    const lines = acknowledged(other, MISSING)
    expect(lines[0]).toMatch(/^MSH@~&#\\@ALONGSIDE@ZT101@WINPATH@ZT101@/)
    expect(lines[1]).toBe('MSA@AE@ZT0001@PID-3: PID-3 | is empty')
    expect(lines[2]).toMatch(/^ERR@@PID~1~3@101~Required field missing~HL70357@E@/)
  })

  it('is written in the character set of the sender, and says so', () => {
    const lines = acknowledged(
      hl7Message({ sender: 'LABOR KÖLN', characterSet: '8859/1' }),
      ACCEPTED,
      false,
      'latin1',
    )
    expect(lines[0]).toContain('|LABOR KÖLN|')
    expect(lines[0]).toMatch(/\|8859\/1$/)
  })

  it('echoes letters beyond ASCII byte for byte', () => {
    const lines = acknowledged(hl7Message({ sender: 'LABOR KÖLN', controlId: 'Ü1' }))
    expect(lines[0]).toContain('|LABOR KÖLN|')
    expect(lines[1]).toBe('MSA|AA|Ü1')
  })

  it('names a version of ours where the sender’s is not one', () => {
    expect(toMessage({ version: '2.9' })[0]).toMatch(/\|2\.5\.1$/)
  })

  it('of a message whose delimiters cannot be used is in the usual ones, with what can be read of MSH-10', () => {
    const lines = acknowledged('MSH|^~|APP|FAC|US|ZT101|20261102||ADT^A08|ID~7|P|2.5\r', MISSING)
    expect(lines[1]).toMatch(/^MSA\|AE\|ID\\R\\7\|/)
    expect(lines[0]).toMatch(/^MSH\|\^~\\&\|US\|ZT101\|APP\|FAC\|/)
  })

  it('of a message without a header has an empty MSA-2', () => {
    expect(acknowledged('EVN|A08\r', MISSING)[0]).toBe('MSH|^~\\&|||||20261102093100+0000||ACK|OURS1|P|2.5.1')
    expect(acknowledged('EVN|A08\r', { code: 'AR', errors: [] })[1]).toBe('MSA|AR')
  })

  it.each([
    ['AL', 'NE', 'CA'],
    ['AL', '', 'CA'],
    ['AL', 'AL', 'AA'],
    ['NE', 'AL', 'AA'],
    ['NE', 'NE', 'AA'],
    ['', '', 'AA'],
  ])(
    'with MSH-15 %j and MSH-16 %j is %s where enhanced mode is on, and AA where it is off',
    (accept, application, code) => {
      const parts: Hl7MessageParts = { acknowledgements: [accept, application] }
      expect(toMessage(parts, ACCEPTED, true)[1]).toBe(`MSA|${code}|ZT0001`)
      expect(toMessage(parts, ACCEPTED, false)[1]).toBe('MSA|AA|ZT0001')
      expect(toMessage(parts, { code: 'AR', errors: [] }, true)[1]).toBe(`MSA|${code[0]}R|ZT0001`)
    },
  )
})
