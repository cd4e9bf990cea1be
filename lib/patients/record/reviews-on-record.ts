import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { AGREED_ACTIONS_PART, ownerWords, type AgreedActionRow } from '@/lib/review-actions/agreed-actions'
import { reviewActionStateOf, type ReviewActionState } from '@/lib/review-actions/rules'

/** A cancer care review that stands. What came of it is null where the practice shares it not. */
export type ReviewRow = {
  id: string
  heldOn: CalendarDate
  outcome: string | null
  nextReviewOn: CalendarDate | null
  practice: string | null
  by: string | null
}

export type ReviewOnRecord = ReviewRow & {
  actions: { id: string; what: string; whose: string; dueOn: CalendarDate; state: ReviewActionState }[]
}

const NAME = "staff.given_name || ' ' || staff.family_name"

/** What hospital teams read of reviews: that each was held, and of it what the practice shares. */
export const SHARED_REVIEWS = {
  reviews: `select jsonb_agg(jsonb_build_object('id', step.id, 'heldOn', step."on", 'outcome', shared.outcome_summary,
      'nextReviewOn', shared.next_review_on, 'practice', team.name, 'by', ${NAME}) order by step."on" desc, step.id desc)
    from access.review_course_of($1::uuid) as step
      left join access.shared_review_outcomes($1::uuid) as shared on shared.id = step.id
      left join team on team.id = shared.team_id left join staff on staff.id = shared.recorded_by_id
    where step.kind = 'reviewed'`,
  review_actions: AGREED_ACTIONS_PART,
}

/** What a practice reads: its registered people's, whole. */
export const HELD_REVIEWS = {
  reviews: `select jsonb_agg(jsonb_build_object('id', review.id, 'heldOn', review.held_on, 'outcome', review.outcome_summary,
      'nextReviewOn', review.next_review_on, 'practice', team.name, 'by', ${NAME})
      order by review.held_on desc, review.id desc)
    from cancer_care_review as review join team on team.id = review.team_id
      left join staff on staff.id = review.recorded_by_id
    where review.patient_id = $1::uuid
      and not exists (select from voided_fact as voided where voided.entity_id = review.id)`,
  review_actions: AGREED_ACTIONS_PART,
}

/** The reviews with what each agreed, the latest first. */
export function reviewsOnRecord(
  reviews: readonly ReviewRow[],
  actions: readonly AgreedActionRow[],
): ReviewOnRecord[] {
  return reviews.map((review) => ({
    ...review,
    actions: actions
      .filter(({ reviewId }) => reviewId === review.id)
      .map((action) => ({
        id: action.id,
        what: action.what,
        whose: ownerWords(action),
        dueOn: action.dueOn,
        state: reviewActionStateOf(action.kinds),
      })),
  }))
}
