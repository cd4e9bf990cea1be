import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factWords, reasonWords } from '@/lib/messages/labels'
import { messageState, PLAIN_TEMPLATES } from '@/lib/messages/message'
import { addressed } from '@/lib/messages/letter-frame'
import { plainLetter } from '@/lib/messages/plain-letter'
import { wordsOf } from '@/lib/messages/templates'
import { STOP_REASONS } from '@/lib/messages/gate'
import type { MessageEventKind } from '@/lib/platform/prisma-client/enums'

const kinds = (...list: MessageEventKind[]) => list.map((kind) => ({ kind }))

describe('where a message stands', () => {
  it.each([
    [kinds(), 'queued'],
    [kinds('handing_over'), 'handing_over'],
    [kinds('handing_over', 'failed'), 'failed'],
    [kinds('handing_over', 'failed', 'handing_over'), 'handing_over'],
    [kinds('handing_over', 'failed', 'handing_over', 'sent'), 'sent'],
    [kinds('handing_over', 'answered'), 'handing_over'],
    [kinds('handing_over', 'answered', 'failed'), 'answered'],
    [kinds('failed', 'withdrawn'), 'withdrawn'],
    [kinds('withdrawn', 'stopped'), 'stopped'],
    [kinds('stopped', 'told_otherwise'), 'told_otherwise'],
    [kinds('handing_over', 'uncertain', 'not_needed'), 'not_needed'],
    [kinds('handing_over', 'uncertain', 'sent'), 'sent'],
    [kinds('sent', 'delivered', 'read'), 'sent'],
    [kinds('sent', 'not_delivered'), 'not_delivered'],
    [kinds('sent', 'not_delivered', 'told_otherwise'), 'told_otherwise'],
  ])('%j is %s', (events, state) => {
    expect(messageState(events)).toBe(state)
  })

  it('is sent once it was sent, whatever else is said', () => {
    const any = fc.constantFrom<MessageEventKind>(
      'failed',
      'withdrawn',
      'answered',
      'uncertain',
      'not_needed',
    )
    fc.assert(
      fc.property(fc.array(any), fc.array(any), (before, after) => {
        expect(messageState(kinds(...before, 'sent', ...after))).toBe('sent')
      }),
    )
  })
})

/** Words of illness and care, and of who somebody is: none may be in what leaves by email or text message. */
const TELLING =
  /cancer|tumour|oncolog|chemo|radio|surg|scan|test|result|treat|diagnos|clinic|breast|bowel|lung|\bMr|\bMrs|NHS/i

describe('what leaves by email or text message', () => {
  it.each(PLAIN_TEMPLATES)('%s says nothing clinical, no name, and no number but the team’s', (template) => {
    const { subject, body } = wordsOf(template, { telephone: '01632 960123' })
    expect(`${subject} ${body}`).not.toMatch(TELLING)
    expect(body.replace('01632 960123', '')).not.toMatch(/\d/)
    expect(body).toContain('Telephone 01632 960123')
    expect(body.length).toBeLessThanOrEqual(306)
  })

  it.each(PLAIN_TEMPLATES)('%s says no number where the team has none', (template) => {
    expect(JSON.stringify(wordsOf(template, { telephone: null }))).not.toMatch(/\d/)
  })
})

describe('a plain letter', () => {
  const letter = plainLetter({
    person: { name: 'Anne Smith', nhsNumber: '9990000018', bornOn: '1961-02-03' },
    from: { teamName: 'Breast team', organisation: 'A trust', telephone: null },
    to: 'practice',
    heading: 'After the clinic',
    body: 'One\nstill one\n\n\n  # Next \n\nTwo\r\n\r\nThree',
    writtenOn: '2026-11-29',
    signedBy: 'Beryl Jones',
  })

  it('has headings and paragraphs as they were typed', () => {
    const body = letter.blocks.slice(5, -1)
    expect(body).toEqual([
      { kind: 'paragraph', words: 'One\nstill one' },
      { kind: 'heading', level: 2, words: 'Next' },
      { kind: 'paragraph', words: 'Two' },
      { kind: 'paragraph', words: 'Three' },
    ])
  })

  it('says itself who it is about, and on every page', () => {
    const facts = letter.blocks.find(({ kind }) => kind === 'facts')
    expect(JSON.stringify(facts)).toMatch(/Anne Smith.*3 February 1961.*999 000 0018/)
    expect(letter.identifiers).toEqual(['Anne Smith · Born 3 February 1961', 'NHS number 999 000 0018'])
  })

  it('has an address only where there is one', () => {
    expect(addressed(letter, [])).toBe(letter)
    const lines = ['Anne Smith', '1 High Street']
    expect(addressed(letter, lines)).toEqual({ ...letter, address: lines })
  })
})

describe('words', () => {
  it.each(STOP_REASONS)('for %s are there, and the code is not in them', (reason) => {
    for (const channel of ['letter', 'email', 'text_message'] as const)
      expect(reasonWords(channel, reason)).not.toContain('_')
  })

  it('say what a carrier answered, and how a letter went', () => {
    const said = { key: '1', on: null, at: new Date(0), by: null }
    expect(factWords('email', { ...said, kind: 'failed', detail: 'smtp_550' })).toBe(
      'Not sent: the carrier did not take it (smtp_550)',
    )
    expect(factWords('letter', { ...said, kind: 'sent', detail: 'posted' })).toBe('Printed and posted')
    expect(factWords('letter', { ...said, kind: 'withdrawn', detail: 'Seen in clinic' })).toBe(
      'Withdrawn: Seen in clinic',
    )
  })
})
