import { describe, expect, it } from 'vitest'
import { firstPageOf } from '@/lib/cancer-care-reviews/first-page'
import type { FirstPageRow, SharedPlanRow } from '@/lib/cancer-care-reviews/first-page-row'
import type { FrozenItem } from '@/lib/care-plans/frozen-plan'
import { emptyContent } from '@/lib/treatment-summaries/draft-content'

const ID = (last: number) => `0199aaaa-0000-4000-8000-${String(last).padStart(12, '0')}`
const nothing = { title: null, preferred_name: null, gender: null, died_on: null, home_telephone: null }
const address = {
  address_line_1: null,
  address_line_2: null,
  postcode: null,
  mobile_telephone: null,
  email: null,
}

/** What the database gives where the hospital sent nothing. */
const bare: FirstPageRow = {
  ...nothing,
  ...address,
  id: ID(1),
  nhs_number: '9990000018',
  given_name: 'Anne',
  family_name: 'Smith',
  born_on: '1961-02-03',
  sex: '2',
  preferred_language: null,
  interpreter_required: null,
  information_needs: [],
  communication_note: null,
  diagnosis: {
    id: ID(2),
    kind: 'primary',
    icd10Code: 'C50.4',
    tumourGroup: 'breast',
    laterality: 'L',
    diagnosedOn: '2026-06-01',
    diagnosedOnPrecision: 'day',
    tCategory: null,
    nCategory: null,
    mCategory: null,
    stageGroup: null,
    stageInWords: null,
  },
  about_me: null,
  contacts: null,
  teams: null,
  treatments: null,
  plans: null,
  summaries: null,
  asked: null,
  reviews: null,
  review_actions: null,
  facts: null,
  draft: null,
}
const page = (change: Partial<FirstPageRow>) => {
  const view = firstPageOf({ ...bare, ...change })
  if (!view) throw new Error('no page')
  return view
}

const item = (code: string, score: number | null, label = code): FrozenItem => ({
  id: ID(10),
  concern: { code, label, score, ownWords: null, addedBy: 'person', isPriority: true },
  whatMatters: null,
  goal: null,
  actions: [],
})
function planRow(number: number, items: FrozenItem[], carePlanId = ID(20)): SharedPlanRow {
  const person = { givenName: 'Anne', familyName: 'Smith', preferredName: null, nhsNumber: '9990000018' }
  const agreement = { on: '2026-09-01', with: 'Anne', reviewOn: '2027-03-01', isShared: true, practice: null }
  const content = {
    person: { ...person, bornOn: '1961-02-03' },
    team: { name: 'Breast CNS team', organisation: 'Trust', telephone: null },
    assessedOn: '2026-08-20',
    agreement,
    items,
  }
  const agreedOn = `2026-0${number + 5}-01`
  return {
    shareId: ID(30 + number),
    carePlanId,
    number,
    agreedOn,
    changes: ['Goal changed'],
    schemaNumber: 1,
    content,
  }
}
function summaryRow(icd10Code: string, deliveryId: string) {
  const content = emptyContent()
  content.sections.diagnosis.fields.icd10Code = { value: icd10Code, fromRecord: true }
  content.sections.diagnosis.fields.name = { value: `Cancer ${icd10Code}`, fromRecord: true }
  const frozen = {
    person: {
      givenName: 'Anne',
      familyName: 'Smith',
      preferredName: null,
      nhsNumber: '9990000018',
      bornOn: '1961-02-03',
    },
    team: { name: 'Breast CNS team', organisation: 'Trust', telephone: '01632 960123' },
    phase: 'Surgery',
    phaseEndedOn: '2026-08-01',
    signed: { on: '2026-08-10', by: 'Bina Rao' },
    amendmentReason: null,
    sections: content.sections,
  }
  return { deliveryId, sentOn: '2026-08-10', number: 1, changes: [], schemaNumber: 1, content: frozen }
}

describe('the first page of a review', () => {
  it('is there also where nothing was sent, told or agreed', () => {
    expect(page({})).toMatchObject({
      aboutMe: null,
      wishes: null,
      plan: null,
      summary: null,
      otherSummaries: [],
      open: [],
      contacts: [],
      earlier: [],
      draft: null,
    })
    expect(firstPageOf({ ...bare, diagnosis: null })).toBeNull()
  })

  it('tells how each concern went since the plan before', () => {
    const before = [
      item('fatigue', 8),
      item('money', 2),
      item('sleep', 4),
      item('pain', null),
      item('diet', 5),
    ]
    const now = [item('fatigue', 5), item('money', 6), item('sleep', 4), item('pain', 3), item('work', 7)]
    const { plan } = page({ plans: [planRow(2, now), planRow(1, before)] })
    expect(
      plan?.concerns.map(({ label, before: was, score, course }) => [label, was, score, course]),
    ).toEqual([
      ['fatigue', 8, 5, 'better'],
      ['money', 2, 6, 'worse'],
      ['sleep', 4, 4, 'same'],
      ['pain', null, 3, 'not_scored'],
      ['work', null, 7, 'new'],
    ])
    expect(plan).toMatchObject({
      number: 2,
      since: '2026-06-01',
      noLonger: ['diet'],
      changes: ['Goal changed'],
    })
  })

  it('compares with no plan of another team, and says of a first plan nothing changed', () => {
    const { plan } = page({
      plans: [planRow(2, [item('fatigue', 5)]), planRow(1, [item('fatigue', 9)], ID(21))],
    })
    expect(plan).toMatchObject({ since: null, changes: [], concerns: [{ course: 'first', before: null }] })
  })

  it('tells concerns outside the catalogue apart by their words', () => {
    const plans = [planRow(2, [item('other', 3, 'Snow')]), planRow(1, [item('other', 9, 'Stairs')])]
    expect(page({ plans }).plan).toMatchObject({ concerns: [{ course: 'new' }], noLonger: ['Stairs'] })
  })

  it('shows of many concerns the first five and counts the rest', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code) => item(code, 1))
    const { plan } = page({ plans: [planRow(1, items)] })
    expect([plan?.concerns.length, plan?.moreConcerns]).toEqual([5, 2])
  })

  it('reads the summary of this cancer, and links to those of others', () => {
    const { summary, otherSummaries } = page({
      summaries: [summaryRow('C61', ID(40)), summaryRow('C50.4', ID(41))],
    })
    expect(summary).toMatchObject({ deliveryId: ID(41), first: { diagnosis: 'Cancer C50.4' } })
    expect(otherSummaries).toMatchObject([{ deliveryId: ID(40), name: 'Cancer C61' }])
    expect(page({ summaries: [summaryRow('C61', ID(40))] }).summary).toBeNull()
  })

  it('says what cannot be shown, and shows the rest', () => {
    const planned = planRow(2, [item('fatigue', 5)])
    const unreadable = { ...planRow(1, []), content: {} }
    expect(page({ plans: [planned, unreadable] })).toMatchObject({
      plan: { since: null, concerns: [{ course: 'first' }] },
      isPlanUnreadable: false,
    })
    expect(page({ plans: [{ ...planned, schemaNumber: 99 }] })).toMatchObject({
      plan: null,
      isPlanUnreadable: true,
    })
    const summaries = [
      { ...summaryRow('C50.4', ID(42)), content: {}, sentOn: '2026-09-10' },
      summaryRow('C50.4', ID(41)),
    ]
    expect(page({ summaries })).toMatchObject({
      summary: { deliveryId: ID(41) },
      otherSummaries: [],
      unreadableSummaries: ['2026-09-10'],
    })
  })

  it('lists what is open from wherever it was agreed, soonest first, and what is settled nowhere', () => {
    const planned = item('fatigue', 5)
    planned.actions.push({
      id: ID(50),
      what: 'Walk',
      help: null,
      owner: { kind: 'person', name: 'Anne' },
      dueOn: '2026-12-20',
      finished: null,
    })
    const agreed = { reviewId: ID(70), ownerName: null, ownerKind: 'practice' as const }
    const { open, earlier } = page({
      plans: [planRow(1, [planned])],
      asked: [
        { id: ID(60), what: 'Bone scan', dueOn: '2026-12-10', kinds: ['asked', 'accepted'] },
        { id: ID(61), what: 'Done already', dueOn: '2026-12-01', kinds: ['asked', 'done'] },
      ],
      reviews: [
        {
          id: ID(70),
          heldOn: '2026-10-01',
          mode: 'telephone',
          length: 'brief',
          outcomeSummary: 'Well',
          nextReviewOn: null,
          by: 'Amy Singh',
        },
      ],
      review_actions: [
        { ...agreed, id: ID(71), what: 'Iron', dueOn: '2026-12-15', kinds: ['postponed'] },
        { ...agreed, id: ID(72), what: 'Weight', dueOn: '2026-11-01', kinds: ['done'] },
      ],
    })
    expect(open.map(({ what, whose, from }) => [what, whose, from])).toEqual([
      ['Bone scan', 'Our practice', 'treatment summary'],
      ['Iron', 'Our practice', 'cancer care review'],
      ['Walk', 'The person', 'care plan'],
    ])
    expect(earlier[0]?.agreed.map(({ what, state }) => [what, state])).toEqual([
      ['Weight', 'done'],
      ['Iron', 'open'],
    ])
  })
})
