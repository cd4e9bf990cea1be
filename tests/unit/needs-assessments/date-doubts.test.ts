import { describe, expect, it } from 'vitest'
import { dateDoubts } from '@/lib/needs-assessments/date-doubts'
import type { StandingOffer } from '@/lib/needs-assessments/needs-assessment'
import type { AssessmentFacts } from '@/lib/needs-assessments/offer-rules'

const today = '2026-11-21'

const facts = (given: Partial<AssessmentFacts> = {}): AssessmentFacts => ({
  triggers: [
    { kind: 'diagnosis', on: '2026-10-20' },
    { kind: 'diagnosis', on: '2026-10-05' },
    { kind: 'end_of_treatment', on: '2026-09-01' },
  ],
  offers: [],
  completedOn: [],
  hasDied: false,
  ...given,
})

const offer = (given: Partial<StandingOffer> = {}): StandingOffer => ({
  id: 'offer',
  outcome: 'accepted',
  pathwayPoint: 'initial_diagnosis',
  offeredOn: '2026-11-05',
  recordedAt: new Date('2026-11-05T10:00:00Z'),
  isAssessed: false,
  ...given,
})

describe('the date of an assessment', () => {
  it('is in doubt before the first diagnosis, and not on its day', () => {
    expect(dateDoubts('2026-10-04', facts(), today)).toEqual(['It is before the first diagnosis, 5 Oct 2026'])
    expect(dateDoubts('2026-10-05', facts(), today)).toEqual([])
    expect(dateDoubts('2026-10-04', facts({ triggers: [] }), today)).toEqual([])
  })

  it('is in doubt before the accepted offer that waits for it, and not on its day', () => {
    const [doubt, ...more] = dateDoubts('2026-11-04', facts({ offers: [offer()] }), today)
    expect(doubt).toContain('before the offer that was accepted on 5 Nov 2026')
    expect(more).toEqual([])
    expect(dateDoubts('2026-11-05', facts({ offers: [offer()] }), today)).toEqual([])
  })

  it.each([
    ['was declined', { offers: [offer({ outcome: 'declined' })] }],
    ['has its assessment', { offers: [offer({ isAssessed: true })] }],
    ['was followed by an assessment', { offers: [offer()], completedOn: ['2026-11-06'] }],
    ['is of somebody who has died', { offers: [offer()], hasDied: true }],
  ])('is not in doubt for an offer that %s', (_, given) => {
    expect(dateDoubts('2026-11-04', facts(given), today)).toEqual([])
  })

  it('is in doubt more than a year ago, and not a year ago to the day', () => {
    const old = facts({ triggers: [{ kind: 'diagnosis', on: '2019-01-01' }] })
    expect(dateDoubts('2025-11-21', old, today)).toEqual([])
    expect(dateDoubts('2025-11-20', old, today)).toEqual(['It is more than a year ago'])
  })

  it('is told every doubt at once: 2020 typed for 2026', () => {
    expect(dateDoubts('2020-01-01', facts({ offers: [offer()] }), today)).toHaveLength(3)
  })
})
