import { compareDates, type CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'
import { isSettled as isRequestSettled, requestStateOf } from '@/lib/practice-requests/rules'
import { ownerWords } from '@/lib/review-actions/agreed-actions'
import { isSettled, reviewActionStateOf, type ReviewActionState } from '@/lib/review-actions/rules'
import type { FirstPageRow } from './first-page-row'
import type { PlanOnFirstPage } from './plan-on-first-page'

/** Something that was agreed or asked, and whose it is. */
export type OpenAction = {
  id: string
  what: string
  whose: string
  dueOn: CalendarDate
  from: 'care plan' | 'treatment summary' | 'cancer care review'
  isOpen: boolean
  /** Of an action of a review. */
  state: ReviewActionState | null
  reviewId: string | null
  /** The page that settles it; null where it is not the practice's to settle. */
  href: string | null
}

/** Everything that was agreed or asked, soonest due first. Actions of a plan stand as they did when it was agreed. */
export function openActionsOf(row: FirstPageRow, plan: PlanOnFirstPage | null): OpenAction[] {
  const all = [...planned(plan), ...asked(row), ...agreedInReviews(row)]
  return all.sort((one, other) => compareDates(one.dueOn, other.dueOn))
}

function planned(plan: PlanOnFirstPage | null): OpenAction[] {
  const actions = plan?.content.items.flatMap((item) => item.actions) ?? []
  return actions.map(({ id, what, owner, dueOn, finished }) => ({
    id,
    what,
    whose: owner.kind === 'person' ? 'The person' : owner.name,
    dueOn,
    from: 'care plan',
    isOpen: finished === null,
    state: null,
    reviewId: null,
    href: owner.kind === 'practice' ? routes.practiceAction(id) : null,
  }))
}

function asked({ asked: requests }: FirstPageRow): OpenAction[] {
  return (requests ?? []).map(({ id, what, dueOn, kinds }) => ({
    id,
    what,
    whose: 'Our practice',
    dueOn,
    from: 'treatment summary',
    isOpen: !isRequestSettled(requestStateOf(kinds)),
    state: null,
    reviewId: null,
    href: routes.answerPracticeRequest(id),
  }))
}

function agreedInReviews({ id: patientId, review_actions }: FirstPageRow): OpenAction[] {
  return (review_actions ?? []).map((action) => {
    const state = reviewActionStateOf(action.kinds)
    return {
      id: action.id,
      what: action.what,
      whose: action.ownerKind === 'practice' ? 'Our practice' : ownerWords(action),
      dueOn: action.dueOn,
      from: 'cancer care review',
      isOpen: !isSettled(state),
      state,
      reviewId: action.reviewId,
      href: routes.reviewAction(patientId, action.id),
    }
  })
}
