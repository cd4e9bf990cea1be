import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReviewChannel } from '@/lib/platform/prisma-client/enums'
import { invitationsTo, type DueReview, type Invitation } from '../due-review'
import { REVIEW_KINDS } from '../owed-reviews'
import { windowsOf, type ReviewCourse } from '../review-course'
import type { ReviewStandards } from '../review-standards'

type Person = Pick<
  DueReview,
  'patient_id' | 'nhs_number' | 'title' | 'given_name' | 'family_name' | 'born_on'
>

/** A task of the ledger, with what the list says of it. */
export type OwedRow = Person & {
  kind: string
  diagnosis_id: string
  due_on: CalendarDate
  has_begun: boolean
  diagnosed_on: CalendarDate
  icd10_code: string
  second_opens_on: CalendarDate
  invitations: Invitation[]
}

/** What decides about the reviews of one person. */
export type CourseRow = Person & {
  died_on: CalendarDate | null
  registered_on: CalendarDate
  team_id: string
  standards: ReviewStandards
  diagnoses: ReviewCourse['diagnoses']
  steps: (ReviewCourse['steps'][number] & { channel: ReviewChannel | null })[]
}

/** Whatever its standards, a practice asks for no review later than this: the most that can be set. */
const LONGEST_LOOK_BACK_MONTHS = 60

/** The day of the earliest diagnosis after which a review could still be asked for. */
export function lookBackFrom(today: CalendarDate): CalendarDate {
  return addMonths(today, -LONGEST_LOOK_BACK_MONTHS)
}

/** A task as the list shows it. */
export function dueReviewOf(row: OwedRow, today: CalendarDate): DueReview {
  const window = row.kind === REVIEW_KINDS.first ? 'first' : 'second'
  return {
    ...personOf(row),
    diagnosisId: row.diagnosis_id,
    icd10Code: row.icd10_code,
    diagnosedOn: row.diagnosed_on,
    window,
    opensOn: window === 'first' ? row.diagnosed_on : row.second_opens_on,
    dueOn: row.due_on,
    state: row.due_on < today ? 'overdue' : row.has_begun ? 'due' : 'not_yet',
    reason: null,
    invitations: invitationsTo(window, row.second_opens_on, row.invitations),
  }
}

/** The reviews that need not be held, by their last day. What was diagnosed too long ago is no news and left out. */
export function excusedReviewsOf(
  rows: readonly CourseRow[],
  today: CalendarDate,
  sort: 'earliest' | 'latest',
): DueReview[] {
  const direction = sort === 'earliest' ? 1 : -1
  return rows
    .flatMap((row) => excusedOf(row, today))
    .sort((one, other) => direction * orderOf(one).localeCompare(orderOf(other)))
}

function orderOf({ dueOn, diagnosisId, window }: DueReview): string {
  return `${dueOn} ${diagnosisId} ${window}`
}

function excusedOf(row: CourseRow, today: CalendarDate): DueReview[] {
  const { patient_id: patientId, died_on: diedOn, team_id: teamId, registered_on: registeredOn } = row
  const { standards, diagnoses, steps } = row
  const practice = { teamId, registeredOn, standards }
  const windows = windowsOf({ patientId, diedOn, practice, diagnoses, steps }, today)
  return windows.flatMap(({ diagnosisId, window, standing }) => {
    const diagnosis = diagnoses.find(({ id }) => id === diagnosisId)
    if (standing.state !== 'excused' || standing.reason === 'long_ago' || !diagnosis) return []
    const invitations = steps.flatMap(({ diagnosisId: of, on, channel }) =>
      of === diagnosisId && channel ? { on, channel } : [],
    )
    const { icd10Code, diagnosedOn } = diagnosis
    const { opensOn, dueOn, reason } = standing
    return {
      ...personOf(row),
      ...{ diagnosisId, icd10Code, diagnosedOn, window, opensOn, dueOn, reason },
      state: 'excused',
      invitations: invitationsTo(window, addDays(diagnosedOn, standards.firstDays + 1), invitations),
    }
  })
}

function personOf({ patient_id, nhs_number, title, given_name, family_name, born_on }: Person): Person {
  return { patient_id, nhs_number, title, given_name, family_name, born_on }
}
