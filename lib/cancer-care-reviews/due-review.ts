import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReviewChannel } from '@/lib/platform/prisma-client/enums'
import type { WindowName } from './review-course'
import type { ReviewExcuse } from './review-excuses'

export type Invitation = { on: CalendarDate; channel: ReviewChannel }

/** A review of the practice's list: whose, which, by when, and how far it is. */
export type DueReview = {
  patient_id: string
  nhs_number: string
  title: string | null
  given_name: string
  family_name: string
  born_on: CalendarDate
  diagnosisId: string
  icd10Code: string
  diagnosedOn: CalendarDate
  window: WindowName
  /** The first and the last day of the window. */
  opensOn: CalendarDate
  dueOn: CalendarDate
  state: 'overdue' | 'due' | 'not_yet' | 'excused'
  /** Why none is owed, where it is excused. */
  reason: ReviewExcuse | null
  /** To this review, the earliest first. */
  invitations: Invitation[]
}

/** The invitations that are to one window: those to the second begin with it. */
export function invitationsTo(
  window: WindowName,
  secondOpensOn: CalendarDate,
  all: readonly Invitation[],
): Invitation[] {
  return window === 'first' ? [...all] : all.filter(({ on }) => on >= secondOpensOn)
}
