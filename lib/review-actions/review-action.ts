import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReviewActionEventKind, ReviewActionOwner } from '@/lib/platform/prisma-client/enums'
import type { ReviewActionAnswer, ReviewActionState } from './rules'

/** What a review agreed, to be kept and owed. */
export type WantedReviewAction = {
  what: string
  owner: { kind: ReviewActionOwner; teamId: string | null; name: string }
  dueOn: CalendarDate
}

/** Something said of an action. */
export type ReviewActionFact = {
  kind: ReviewActionEventKind
  on: CalendarDate
  note: string | null
  dueOn: CalendarDate | null
  by: string
  at: Date
}

/** An action of a review as it stands. */
export type ReviewActionView = {
  id: string
  patientId: string
  reviewId: string
  /** For the form that changes it: how much had been said of it when it was shown. */
  version: number
  what: string
  owner: { kind: ReviewActionOwner; name: string; telephone: string | null }
  practice: { name: string; telephone: string | null }
  /** As first agreed, or as last moved. */
  dueOn: CalendarDate
  state: ReviewActionState
  agreedOn: CalendarDate
  /** Oldest first. */
  history: ReviewActionFact[]
}

export type ReviewActionPage = ReviewActionView & {
  /** What the actor may say of it; empty where there is nothing to say. */
  answers: ReviewActionAnswer[]
  /** The review, where the actor may read it. */
  isPractice: boolean
}
