import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { StopReason } from '@/lib/messages/gate'

/** Why somebody is told a result one at a time, or not now: the weightiest first. Stable codes: they are kept with what was posted. */
export const WHY_ALONE = ['told', 'not_reviewed', 'not_in_range', 'held', 'no_letter'] as const
export type WhyAlone = (typeof WHY_ALONE)[number]

/** What bears on whether somebody may be told by a letter among others. */
export type TellingFacts = {
  isTold: boolean
  /** Every result of it was reviewed as it is judged now, and none gave way to another version. */
  isReviewed: boolean
  /** No rule objects to any result of it, and nothing was decided but that it is in range. */
  isInRange: boolean
  /** The person may know every result of it by now. */
  isReleased: boolean
  /** Why a letter would be stopped; null: it would arrive. */
  stop: StopReason | null
}

const HOLDS: Record<WhyAlone, (facts: TellingFacts) => boolean> = {
  told: ({ isTold }) => isTold,
  not_reviewed: ({ isReviewed }) => !isReviewed,
  not_in_range: ({ isInRange }) => !isInRange,
  held: ({ isReleased }) => !isReleased,
  no_letter: ({ stop }) => stop !== null,
}

/** Why this is not told by a letter among others; null: it may be. */
export function whyAlone(facts: TellingFacts): WhyAlone | null {
  return WHY_ALONE.find((why) => HOLDS[why](facts)) ?? null
}

/** What somebody chose to tell, as it was shown to them. `subjectId`: the result, or the surveillance test that it answers. */
export type ShownTelling = {
  patientId: string
  subjectId: string
  /** The last review of what is told. */
  reviewId: string
  /** The next date that goes with it; null where none is planned. */
  nextOn: CalendarDate | null
}

/** Why one that was chosen was not told after all. */
export const WHY_NOT_TOLD = ['not_in_care', ...WHY_ALONE, 'reviewed_since', 'next_changed'] as const
export type WhyNotTold = (typeof WHY_NOT_TOLD)[number]

/** How it stands when it is told. */
export type StandingTelling = {
  whyAlone: WhyAlone | null
  reviewId: string | null
  nextOn: CalendarDate | null
}

/** Why this is not told as it was shown; null: nothing changed. @param standing null: it is not the actor's to tell any more */
export function whyNotAsShown(shown: ShownTelling, standing: StandingTelling | null): WhyNotTold | null {
  if (!standing) return 'not_in_care'
  if (standing.whyAlone) return standing.whyAlone
  if (standing.reviewId !== shown.reviewId) return 'reviewed_since'
  return standing.nextOn === shown.nextOn ? null : 'next_changed'
}
