import { describe, expect, it } from 'vitest'
import { parseReviewTemplate, sectionsFor } from '@/lib/cancer-care-reviews/review-template'
import file from '@/prisma/reference/cancer-care-review-template/2026-11.json'
import { ReferenceDataError } from '@/lib/platform/reference-data'

const template = parseReviewTemplate(file)

/** What a review covers, written down from the published guides and not from the code: each with an item that asks it. */
const HEADINGS: [heading: string, item: RegExp][] = [
  ['diagnosis_and_treatment', /coded/i],
  ['diagnosis_and_treatment', /treatment summary read/i],
  ['understanding_of_illness', /talked about/i],
  ['current_symptoms', /no concern; talked about/i],
  ['alert_symptoms', /there is one/i],
  ['mood', /no concern; talked about/i],
  ['medicines_review', /no change; changed/i],
  ['needs_assessment_and_plan', /assessment or plan seen/i],
  ['family_and_carer', /no concern; talked about/i],
  ['work_money_and_benefits', /work/i],
  ['work_money_and_benefits', /money and benefits/i],
  ['prescription_exemption', /free prescriptions/i],
  ['lifestyle', /smoking/i],
  ['lifestyle', /alcohol/i],
  ['lifestyle', /activity/i],
  ['lifestyle', /diet/i],
  ['lifestyle', /weight/i],
  ['late_effects', /bones/i],
  ['late_effects', /heart/i],
  ['late_effects', /thyroid/i],
  ['late_effects', /fertility or menopause/i],
  ['screening', /up to date/i],
  ['advance_care_planning', /advance care planning/i],
  ['advance_care_planning', /ReSPECT/],
  ['key_worker', /key worker/i],
  ['support_information', /information given/i],
  ['follow_up_date', /speak again/i],
  ['referrals', /referrals/i],
]

const codesOf = (length: 'brief' | 'full') =>
  sectionsFor(template, length).flatMap(({ items }) => items.map(({ code }) => code))

describe('the cancer care review template that ships', () => {
  it.each(HEADINGS)('covers %s and asks for it: %s', (heading, wanted) => {
    const section = template.sections.find(({ covers }) => covers.some((each) => each === heading))
    expect(section?.items.map(({ label }) => label).join('; ')).toMatch(wanted)
  })

  it('asks in the brief review only what the full one asks too, and less', () => {
    const full = codesOf('full')
    expect(codesOf('brief').filter((code) => !full.includes(code))).toEqual([])
    expect(codesOf('brief').length).toBeLessThan(full.length)
  })

  it('fits the brief review on one screen', () => {
    expect(sectionsFor(template, 'brief').length).toBeLessThanOrEqual(8)
    expect(sectionsFor(template, 'full')).toHaveLength(template.sections.length)
  })

  it('lets nobody pick two answers where one rules out the other', () => {
    const exclusive = template.sections.filter(({ items }) =>
      items.some(({ label }) => /^no(ne)? ?/i.test(label)),
    )
    expect(exclusive.map(({ code, choose }) => [code, choose])).toEqual([
      ['symptoms', 'one'],
      ['alerts', 'one'],
      ['mood', 'one'],
      ['medicines', 'one'],
      ['carer', 'one'],
    ])
  })

  it('asks in both for what practices said they would forget: medicines and the main carer', () => {
    expect(codesOf('brief')).toEqual(expect.arrayContaining(['medicines', 'carer', 'alerts_found']))
  })

  it('carries the code of the review with how sure it is, and wants local approval', () => {
    expect(template.code).toMatchObject({ code: '720006006', confidence: 'medium' })
    expect(template.approval).toMatch(/local clinical approval/i)
  })
})

describe('a faulty template', () => {
  const [first, second] = file.sections

  it.each([
    ['an item that is there twice', { sections: [first, { ...second, items: first?.items }] }, /there twice/],
    ['a section that is there twice', { sections: [first, first] }, /used twice/],
    ['a heading nobody knows', { sections: [{ ...first, covers: ['weather'] }] }, /covers/],
    ['a code that is none', { code: { ...file.code, code: '720006007' } }, /no SNOMED CT concept/],
    ['a question too long for a row', { sections: [{ ...first, prompt: 'a'.repeat(61) }] }, /60 characters/],
  ])('is refused with its place: %s', (_what, change, message) => {
    const load = () => parseReviewTemplate({ ...file, ...change })
    expect(load).toThrow(ReferenceDataError)
    expect(load).toThrow(message)
  })
})
