import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewLedgerChange, type OwedReview } from '@/lib/cancer-care-reviews/owed-reviews'
import type { ReviewCourse } from '@/lib/cancer-care-reviews/review-course'
import { DEFAULT_REVIEW_STANDARDS } from '@/lib/cancer-care-reviews/review-standards'
import { reviewWindows } from '@/lib/cancer-care-reviews/review-windows'
import { anyCase } from './a-diagnosis'

const PATIENT = 'patient'
const TEAMS = ['one practice', 'another practice']

/** The course of one diagnosis in which these facts are known. */
function courseOf({ facts }: typeof anyCase extends fc.Arbitrary<infer Case> ? Case : never): ReviewCourse {
  const step = (kind: ReviewCourse['steps'][number]['kind']) => (on: string) => ({
    diagnosisId: 'cancer',
    kind,
    on,
  })
  const { diagnosedOn, recordedOn, registeredOn, diedOn, palliativeSince, unsuitableSince } = facts
  return {
    patientId: PATIENT,
    diedOn,
    practice:
      registeredOn === null
        ? null
        : { teamId: 'one practice', registeredOn, standards: DEFAULT_REVIEW_STANDARDS },
    diagnoses: [{ id: 'cancer', kind: 'primary', icd10Code: 'C50.4', diagnosedOn, recordedOn }],
    steps: [
      ...[palliativeSince ?? []].flat().map(step('palliative_care')),
      ...[unsuitableSince ?? []].flat().map(step('unsuitable')),
      ...facts.declinedOn.map(step('declined')),
      ...facts.unansweredOn.map(step('invited')),
      ...facts.reviewedOn.map(step('reviewed')),
    ],
  }
}

/** Tasks as an earlier day, another practice or another diagnosis may have left them: each place held once. */
const anyOpen: fc.Arbitrary<OwedReview[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('hold_first_review' as const, 'hold_second_review' as const),
    patientId: fc.constant(PATIENT),
    teamId: fc.constantFrom(...TEAMS),
    subjectId: fc.constantFrom('cancer', 'a diagnosis that was an error'),
    dueOn: fc.constantFrom('2024-06-01', '2025-02-28'),
  }),
  { selector: ({ kind, teamId, subjectId }) => `${kind} ${teamId} ${subjectId}`, maxLength: 4 },
)

const told = ({ kind, teamId, subjectId, dueOn }: OwedReview) => `${kind} ${subjectId} ${teamId} ${dueOn}`

/** Ending is by place, whichever practice holds it: as the ledger does it. */
function after(open: readonly OwedReview[], change: ReturnType<typeof reviewLedgerChange>): string[] {
  const ends = ({ kind, subjectId }: OwedReview) =>
    change.ended.some((task) => task.kind === kind && task.subjectId === subjectId)
  return [...open.filter((task) => !ends(task)), ...change.opened].map(told).sort()
}

describe('what the ledger must change', () => {
  it('leaves exactly what the windows ask for, from whatever was open, each with the practice of today', () => {
    fc.assert(
      fc.property(anyCase, anyOpen, (one, open) => {
        const { first, second } = reviewWindows(one.facts, one.today)
        const asked = [
          { kind: 'hold_first_review', ...first },
          { kind: 'hold_second_review', ...second },
        ].filter(({ state }) => ['not_yet', 'due', 'overdue'].includes(state))
        const expected = asked.map(({ kind, dueOn }) => `${kind} cancer one practice ${dueOn}`).sort()
        const change = reviewLedgerChange(courseOf(one), open, one.today)
        expect(after(open, change)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('is nothing the second time, and says of each end why', () => {
    fc.assert(
      fc.property(anyCase, anyOpen, (one, open) => {
        const course = courseOf(one)
        const change = reviewLedgerChange(course, open, one.today)
        expect(change.ended.every(({ why, how }) => why !== '' && ['met', 'superseded'].includes(how))).toBe(
          true,
        )
        const fromNothing = reviewLedgerChange(course, [], one.today).opened
        expect(reviewLedgerChange(course, fromNothing, one.today)).toEqual({ ended: [], opened: [] })
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a review was held', { reviewedOn: ['2024-03-20'] }, 'met', 'A review was held'],
    ['a death', { diedOn: '2024-03-20' }, 'superseded', 'Has died'],
    ['a refusal', { declinedOn: ['2024-03-20'] }, 'superseded', 'Declined'],
  ])('names %s', (_what, more, how, why) => {
    const facts = {
      ...{ diagnosedOn: '2024-03-01', recordedOn: '2024-03-01', registeredOn: '2001-05-14' },
      ...{ diedOn: null, palliativeSince: null, unsuitableSince: null },
      ...{ declinedOn: [], unansweredOn: [], reviewedOn: [] },
    }
    const before = reviewLedgerChange(courseOf({ facts, today: '2024-03-02' }), [], '2024-03-02').opened
    const change = reviewLedgerChange(
      courseOf({ facts: { ...facts, ...more }, today: '' }),
      before,
      '2024-04-01',
    )
    expect(change.ended[0]).toMatchObject({ kind: 'hold_first_review', how, why })
  })
})
