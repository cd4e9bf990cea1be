import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { DiagnosisKind, ReviewFactKind } from '@/lib/platform/prisma-client/enums'
import { owesReviews } from './counted-diagnosis'
import type { ReviewFacts } from './review-facts'
import type { ReviewStandards } from './review-standards'
import { reviewWindows, type ReviewWindow } from './review-windows'

/** A diagnosis that stands, as far as reviews are reckoned from it. */
type ReviewedDiagnosis = {
  id: string
  kind: DiagnosisKind
  icd10Code: string
  diagnosedOn: CalendarDate
  recordedOn: CalendarDate
}

/** Something that happened on the way to a review, or the review. */
type ReviewStep = { diagnosisId: string; kind: ReviewFactKind | 'reviewed'; on: CalendarDate }

/** Everything about one person that decides which reviews are owed, and by whom. */
export type ReviewCourse = {
  patientId: string
  diedOn: CalendarDate | null
  /** The practice of today, with its standards; null where none is known. */
  practice: { teamId: string; registeredOn: CalendarDate; standards: ReviewStandards } | null
  diagnoses: ReviewedDiagnosis[]
  /** Those recorded in error left out. */
  steps: ReviewStep[]
}

export type WindowName = 'first' | 'second'
const WINDOW_NAMES: readonly WindowName[] = ['first', 'second']

/** Where both windows of each diagnosis that counts stand on a day. */
export function windowsOf(
  course: ReviewCourse,
  today: CalendarDate,
): { diagnosisId: string; window: WindowName; standing: ReviewWindow }[] {
  return course.diagnoses.filter(owesReviews).flatMap((diagnosis) => {
    const windows = reviewWindows(factsOf(course, diagnosis), today, course.practice?.standards)
    return WINDOW_NAMES.map((window) => ({ diagnosisId: diagnosis.id, window, standing: windows[window] }))
  })
}

/** Palliative care is of the person, whichever diagnosis it was recorded with; all else is of one diagnosis. */
function factsOf({ diedOn, practice, steps }: ReviewCourse, diagnosis: ReviewedDiagnosis): ReviewFacts {
  const own = steps.filter(({ diagnosisId }) => diagnosisId === diagnosis.id)
  const daysOf = (some: readonly ReviewStep[], wanted: ReviewStep['kind']) =>
    some.flatMap(({ kind, on }) => (kind === wanted ? on : [])).sort()
  return {
    diagnosedOn: diagnosis.diagnosedOn,
    recordedOn: diagnosis.recordedOn,
    registeredOn: practice?.registeredOn ?? null,
    diedOn,
    palliativeSince: daysOf(steps, 'palliative_care')[0] ?? null,
    unsuitableSince: daysOf(own, 'unsuitable')[0] ?? null,
    declinedOn: daysOf(own, 'declined'),
    // Whoever answered has a review or a refusal on the record, and either is the weightier.
    unansweredOn: daysOf(own, 'invited'),
    reviewedOn: daysOf(own, 'reviewed'),
  }
}
