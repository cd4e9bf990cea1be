import { describe, expect, it } from 'vitest'
import type { DocumentLinkFact } from '@/lib/document-links/document-link'
import { storyLines } from '@/lib/document-links/link-story'
import { openDocumentLinkSchema, revokeDocumentLinkSchema } from '@/lib/document-links/schema'
import { refusalWords } from '@/lib/accounts/refusal-words'
import { linkFault } from '@/lib/treatment-summaries/sending-rules'

const at = new Date('2026-11-29T12:00:00Z')
const fact = (kind: DocumentLinkFact['kind']): DocumentLinkFact => ({ kind, at, by: null, reason: null })

describe('the story of a link', () => {
  it('says each thing once, how often and when last', () => {
    const lines = storyLines([fact('refused'), fact('opened'), fact('opened'), fact('answered')])
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^Opened, 2 times, last 29 /)
    expect(lines[1]).toMatch(/^Wrong date of birth 29 /)
    expect(lines[2]).toMatch(/^Answered 29 /)
  })

  it('says who took it back and why', () => {
    const revoked = { kind: 'revoked', at, by: 'Beryl Jones', reason: 'Wrong address' } as const
    expect(storyLines([revoked])[0]).toMatch(/^Revoked 29 .* by Beryl Jones: Wrong address$/)
  })
})

describe('the forms of a link', () => {
  const bornOn = { day: '3', month: '2', year: '1961' }

  it('take a date of birth that has been', () => {
    expect(openDocumentLinkSchema.safeParse({ link: 'x', bornOn })).toMatchObject({
      success: true,
      data: { bornOn: '1961-02-03' },
    })
    for (const wrong of [{}, { ...bornOn, month: '13' }, { ...bornOn, year: '2999' }])
      expect(openDocumentLinkSchema.safeParse({ link: 'x', bornOn: wrong }).success).toBe(false)
  })

  it('want a reason that says something', () => {
    const ids = { patientId: crypto.randomUUID(), linkId: crypto.randomUUID() }
    expect(revokeDocumentLinkSchema.safeParse({ ...ids, reason: 'no' }).success).toBe(false)
    expect(revokeDocumentLinkSchema.safeParse({ ...ids, reason: 'Wrong address' }).success).toBe(true)
  })
})

describe('why no link is made', () => {
  const summary = { versions: [{}], practice: {}, person: { sharesWithPractice: true } }

  it('is said in the order in which it is to be put right', () => {
    expect(linkFault(summary)).toBeNull()
    expect(linkFault({ ...summary, versions: [] })).toContain('not signed')
    expect(linkFault({ ...summary, practice: null })).toContain('No practice is known')
    expect(linkFault({ ...summary, person: { sharesWithPractice: false } })).toContain('does not share')
  })
})

describe('a refusal of a link', () => {
  it.each([
    ['link_superseded', 'later version'],
    ['link_moved', 'not registered with your practice'],
    ['link_died', 'has died'],
  ])('%s says why, and that nothing was changed', (reason, words) => {
    expect(refusalWords(reason)).toContain(words)
    expect(refusalWords(reason)).toContain('Nothing was changed')
  })
})
