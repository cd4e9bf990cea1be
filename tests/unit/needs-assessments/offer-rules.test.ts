import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StandingOffer } from '@/lib/needs-assessments/needs-assessment'
import {
  ledgerChange,
  likelyPathwayPoint,
  obligationsOf,
  offerBehind,
  type AssessmentFacts,
  type Trigger,
} from '@/lib/needs-assessments/offer-rules'
import { addDays } from '@/lib/nhs/calendar-date'
import { AssessmentOfferOutcome } from '@/lib/platform/prisma-client/enums'

const standards = {
  assessmentDaysAfterDiagnosis: 31,
  assessmentDaysAfterTreatment: 42,
  assessmentDaysAfterOffer: 14,
}

function offer(outcome: StandingOffer['outcome'], offeredOn: string, more: Partial<StandingOffer> = {}) {
  return {
    id: `${outcome} ${offeredOn}`,
    outcome,
    offeredOn,
    pathwayPoint: 'initial_diagnosis',
    recordedAt: new Date(`${offeredOn}T12:00:00Z`),
    isAssessed: false,
    ...more,
  } satisfies StandingOffer
}

function facts(given: Partial<AssessmentFacts>): AssessmentFacts {
  return { triggers: [], offers: [], completedOn: [], hasDied: false, ...given }
}

const owed = (given: Partial<AssessmentFacts>) => obligationsOf(facts(given), standards)
const diagnosis: Trigger = { kind: 'diagnosis', on: '2026-06-01' }
const endOfTreatment: Trigger = { kind: 'end_of_treatment', on: '2026-09-01' }

describe('what is owed', () => {
  it('is an offer, 31 days after diagnosis or 6 weeks after treatment, whichever comes first', () => {
    expect(owed({ triggers: [diagnosis] }).offer_assessment?.dueOn).toBe('2026-07-02')
    expect(owed({ triggers: [endOfTreatment] }).offer_assessment?.dueOn).toBe('2026-10-13')
    expect(owed({ triggers: [endOfTreatment, diagnosis] }).offer_assessment?.dueOn).toBe('2026-07-02')
    expect(owed({})).toEqual({})
  })

  it.each([
    ['accepted', { record_assessment: '2026-06-24' }],
    ['undecided', { offer_assessment: '2026-06-24' }],
    ['declined', {}],
    ['not_offered', {}],
    ['unable', {}],
  ] as const)('after an offer that was %s is %o', (outcome, expected) => {
    const after = owed({ triggers: [diagnosis], offers: [offer(outcome, '2026-06-10')] })
    const dates = Object.fromEntries(Object.entries(after).map(([kind, { dueOn }]) => [kind, dueOn]))
    expect(dates).toEqual(expected)
  })

  it('goes by the last word, whichever was recorded last', () => {
    const accepted = offer('accepted', '2026-06-10')
    const backdated = offer('declined', '2026-06-05', { recordedAt: new Date('2026-08-01') })
    expect(owed({ offers: [accepted, backdated] }).record_assessment?.because).toBe(accepted.id)
    const sameDay = offer('declined', '2026-06-10', {
      id: 'later',
      recordedAt: new Date('2026-06-10T15:00:00Z'),
    })
    expect(owed({ offers: [sameDay, accepted] })).toEqual({})
  })

  it('is over with the assessment', () => {
    const accepted = offer('accepted', '2026-06-10')
    expect(owed({ offers: [accepted], completedOn: ['2026-06-20'] })).toEqual({})
    expect(owed({ offers: [{ ...accepted, isAssessed: true }] })).toEqual({})
    expect(owed({ offers: [accepted], completedOn: ['2026-06-09'] })).toHaveProperty('record_assessment')
    expect(owed({ triggers: [diagnosis], completedOn: ['2026-06-01'] })).toEqual({})
  })

  it('comes anew at the next point of the pathway', () => {
    const given = { triggers: [diagnosis, endOfTreatment], offers: [offer('declined', '2026-06-10')] }
    expect(owed(given).offer_assessment?.dueOn).toBe('2026-10-13')
  })

  it('is answered by an offer two weeks ahead, not by one before', () => {
    expect(owed({ triggers: [diagnosis], offers: [offer('declined', '2026-05-18')] })).toEqual({})
    expect(owed({ triggers: [diagnosis], offers: [offer('declined', '2026-05-17')] })).toHaveProperty(
      'offer_assessment',
    )
  })

  it('is nothing once the person has died', () => {
    expect(owed({ triggers: [diagnosis], offers: [offer('accepted', '2026-06-10')], hasDied: true })).toEqual(
      {},
    )
  })
})

const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-01-01', days))
const anyFacts = fc.record({
  triggers: fc.array(
    fc.record({ kind: fc.constantFrom('diagnosis' as const, 'end_of_treatment' as const), on: day }),
  ),
  offers: fc
    .uniqueArray(day)
    .chain((days) =>
      fc.tuple(
        ...days.map((on) =>
          fc.constantFrom(...Object.values(AssessmentOfferOutcome)).map((outcome) => offer(outcome, on)),
        ),
      ),
    ),
  completedOn: fc.array(day),
  hasDied: fc.constant(false),
})

describe('nobody is lost', () => {
  it('whatever happened: a trigger is followed by an offer or an assessment, or one is owed', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const after = obligationsOf(given, standards)
        for (const { on } of given.triggers) {
          const wasAnswered =
            given.offers.some(({ offeredOn }) => addDays(offeredOn, 14) >= on) ||
            given.completedOn.some((completed) => addDays(completed, 14) >= on)
          expect(wasAnswered || after.offer_assessment !== undefined).toBe(true)
        }
        const times = [...given.offers].sort((one, other) => (one.offeredOn < other.offeredOn ? 1 : -1))
        const last = times[0]
        const isOver = given.completedOn.some(
          (completed) => last !== undefined && completed >= last.offeredOn,
        )
        expect(after.record_assessment !== undefined).toBe(last?.outcome === 'accepted' && !isOver)
        if (last?.outcome === 'undecided' && !isOver) expect(after.offer_assessment).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('the ledger that follows each fact holds what is owed, and nothing else', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        let known = facts({ triggers: given.triggers })
        let owedNow = obligationsOf(known, standards)
        const open = new Map(Object.values(owedNow).map((one) => [one.kind, one.dueOn]))
        const events = [
          ...given.offers.map((one) => () => ({ ...known, offers: [...known.offers, one] })),
          ...given.completedOn.map((on) => () => ({ ...known, completedOn: [...known.completedOn, on] })),
        ]
        for (const happens of events) {
          known = happens()
          const after = obligationsOf(known, standards)
          const change = ledgerChange(owedNow, after)
          change.close.forEach((kind) => open.delete(kind))
          change.open.forEach(({ kind, dueOn }) => open.set(kind, dueOn))
          owedNow = after
        }
        expect(open).toEqual(new Map(Object.values(owedNow).map((one) => [one.kind, one.dueOn])))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a change of the ledger', () => {
  const before = owed({ triggers: [diagnosis] })

  it('leaves alone what is owed as before', () => {
    expect(ledgerChange(before, before, ['offer_assessment'])).toEqual({ close: [], open: [] })
  })

  it('closes what a fact meets even where no rule asked for it', () => {
    expect(ledgerChange({}, {}, ['offer_assessment'])).toEqual({ close: ['offer_assessment'], open: [] })
    expect(ledgerChange({}, {})).toEqual({ close: [], open: [] })
  })
})

describe('the offer behind an assessment', () => {
  it('is the latest that was not refused, before it, and not used yet', () => {
    const first = offer('accepted', '2026-06-10', { isAssessed: true })
    const second = offer('undecided', '2026-08-01')
    const refused = offer('declined', '2026-08-20')
    const later = offer('accepted', '2026-10-01')
    expect(offerBehind([first, second, refused, later], '2026-09-01')).toBe(second)
    expect(offerBehind([first, refused], '2026-09-01')).toBeUndefined()
  })
})

describe('the point an offer is likely for', () => {
  it('is that of what is waiting, or of what was undecided', () => {
    expect(likelyPathwayPoint(facts({ triggers: [diagnosis] }))).toBe('initial_diagnosis')
    expect(likelyPathwayPoint(facts({ triggers: [diagnosis, endOfTreatment] }))).toBe('end_of_treatment')
    const undecided = offer('undecided', '2026-10-01', { pathwayPoint: 'recurrence' })
    expect(likelyPathwayPoint(facts({ offers: [undecided] }))).toBe('recurrence')
    expect(likelyPathwayPoint(facts({ offers: [offer('declined', '2026-10-01')] }))).toBeNull()
  })
})
