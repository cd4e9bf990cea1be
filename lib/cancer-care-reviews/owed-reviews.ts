import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { EXCUSE_LABELS } from './labels'
import { windowsOf, type ReviewCourse, type WindowName } from './review-course'

export const REVIEW_KINDS = {
  first: 'hold_first_review',
  second: 'hold_second_review',
} as const satisfies Record<WindowName, string>

type ReviewKind = (typeof REVIEW_KINDS)[WindowName]

/** A review that a practice owes: after which diagnosis, and by when. */
export type OwedReview = {
  kind: ReviewKind
  patientId: string
  teamId: string
  subjectId: string
  dueOn: CalendarDate
}

/** A task that stands open for what is not owed, or not so, and why. */
export type EndedReview = OwedReview & { how: 'met' | 'superseded'; why: string }

type Reckoned = { owed: OwedReview[]; whyNot: Map<string, Pick<EndedReview, 'how' | 'why'>> }

/**
 * What the ledger must change so that exactly what the windows ask for is open. A review is owed from the first: silence
 * is a task already, so that no job has to notice the day on which a window opens or ends.
 */
export function reviewLedgerChange(
  course: ReviewCourse,
  open: readonly OwedReview[],
  today: CalendarDate,
): { ended: EndedReview[]; opened: OwedReview[] } {
  const { owed, whyNot } = reckon(course, today)
  const ended = open
    .filter((task) => !owed.some((review) => isSame(review, task)))
    .map((task) => ({ ...task, ...(whyNot.get(placeOf(task)) ?? reasonOf(task, owed)) }))
  // Ending a task ends it for whichever practice held it, so whatever is owed there is opened anew.
  const places = new Set(ended.map(placeOf))
  const stays = (review: OwedReview) =>
    !places.has(placeOf(review)) && open.some((task) => isSame(review, task))
  return { ended, opened: owed.filter((review) => !stays(review)) }
}

function reckon(course: ReviewCourse, today: CalendarDate): Reckoned {
  const reckoned: Reckoned = { owed: [], whyNot: new Map() }
  for (const { diagnosisId: subjectId, window, standing } of windowsOf(course, today)) {
    const kind = REVIEW_KINDS[window]
    const place = placeOf({ kind, subjectId })
    if (standing.state === 'met') reckoned.whyNot.set(place, { how: 'met', why: 'A review was held' })
    else if (standing.state === 'excused')
      reckoned.whyNot.set(place, { how: 'superseded', why: EXCUSE_LABELS[standing.reason] })
    else if (course.practice)
      reckoned.owed.push({
        kind,
        patientId: course.patientId,
        teamId: course.practice.teamId,
        subjectId,
        dueOn: standing.dueOn,
      })
  }
  return reckoned
}

/** Where the same review is owed after all, by another day or by another practice; else it is no cancer that stands. */
function reasonOf(task: OwedReview, owed: readonly OwedReview[]): Pick<EndedReview, 'how' | 'why'> {
  const other = owed.find((review) => placeOf(review) === placeOf(task))
  if (!other) return { how: 'superseded', why: 'No review is owed after this diagnosis any more' }
  const why = other.teamId === task.teamId ? 'The review is due on another day' : 'Moved to another practice'
  return { how: 'superseded', why }
}

function placeOf({ kind, subjectId }: Pick<OwedReview, 'kind' | 'subjectId'>): string {
  return `${kind} ${subjectId}`
}

function isSame(one: OwedReview, other: OwedReview): boolean {
  return placeOf(one) === placeOf(other) && one.teamId === other.teamId && one.dueOn === other.dueOn
}
