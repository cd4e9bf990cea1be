import type { Actor } from '@/lib/access/actor'
import { openReviewDraft } from '@/lib/cancer-care-reviews/open-review-draft'
import { recordCancerCareReview } from '@/lib/cancer-care-reviews/record-cancer-care-review'
import { reviewDraftSchema, type DraftAction, type ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import { saveReviewDraft } from '@/lib/cancer-care-reviews/save-review-draft'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'

export type ReviewPlace = { patientId: string; diagnosisId: string }
export type ReviewPlan = Partial<Omit<ReviewDraft, 'wishes' | 'heldOn' | 'nextReviewOn' | 'actions'>> & {
  heldOn?: CalendarDate
  nextReviewOn?: CalendarDate
  actions?: DraftAction[]
}

/** A date as it is typed into three boxes. */
export function typed(date: CalendarDate | undefined): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  return { day, month, year }
}

/** A row for an action as the form posts it. @param owner `person`, `practice`, or the id of a hospital team */
export function typedAction(
  owner: string,
  { what = 'Ring about the new pain', dueOn = addDays(today(), 14) } = {},
): DraftAction {
  return { what, owner, dueOn: typed(dueOn) }
}

/** A brief review by telephone today, as it is typed: whole, unless the plan leaves something out. */
export function reviewDraft({ heldOn, nextReviewOn, ...plan }: ReviewPlan = {}): ReviewDraft {
  return reviewDraftSchema.parse({
    templateVersion: '2026-11',
    length: 'brief',
    mode: 'telephone',
    ticked: ['symptoms', 'alerts_none', 'medicines'],
    notes: { mood: 'Sleeps badly' },
    outcomeSummary: 'Tired, and otherwise doing well',
    isShared: 'yes',
    ...plan,
    heldOn: typed(heldOn ?? today()),
    nextReviewOn: typed(nextReviewOn),
  })
}

/** Saves a draft as the form does. @returns the version it has now, and what is missing */
export async function savedDraft(actor: Actor, place: ReviewPlace, plan: ReviewPlan = {}) {
  const { version } = await openReviewDraft(actor, place)
  return saveReviewDraft(actor, { ...place, version, draft: reviewDraft(plan), isFinished: true })
}

/** A review saved, checked and filed as the pages do. @returns its id */
export async function recordedReview(
  actor: Actor,
  place: ReviewPlace,
  plan: ReviewPlan = {},
): Promise<string> {
  const { version } = await savedDraft(actor, place, plan)
  const { reviewId } = await recordCancerCareReview(actor, { ...place, version })
  return reviewId
}
