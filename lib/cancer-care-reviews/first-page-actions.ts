import { compareDates, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { ActionOwnerKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import {
  isSettled as isRequestSettled,
  requestStateOf,
  type RequestState,
} from '@/lib/practice-requests/rules'
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
  /** Of what a summary asks. */
  request: RequestState | null
  reviewId: string | null
  /** The page that settles it; null where it is not the practice's to settle. */
  href: string | null
}

/** Everything that was agreed or asked, soonest due first. Actions of a plan stand as they did when it was agreed. */
export function openActionsOf(row: FirstPageRow, plan: PlanOnFirstPage | null): OpenAction[] {
  const all = [...planned(plan), ...asked(row), ...agreedInReviews(row)]
  return all.sort((one, other) => compareDates(one.dueOn, other.dueOn))
}

const PLANNED_BY: Partial<Record<ActionOwnerKind, string>> = {
  person: 'The person',
  practice: 'Our practice',
}

function planned(plan: PlanOnFirstPage | null): OpenAction[] {
  const actions = plan?.content.items.flatMap((item) => item.actions) ?? []
  return actions.map(({ id, what, owner, dueOn, finished }) => ({
    id,
    what,
    whose: PLANNED_BY[owner.kind] ?? owner.name,
    dueOn,
    from: 'care plan',
    isOpen: finished === null,
    state: null,
    request: null,
    reviewId: null,
    href: owner.kind === 'practice' ? routes.practiceAction(id) : null,
  }))
}

function asked({ asked: requests }: FirstPageRow): OpenAction[] {
  return (requests ?? []).map(({ id, what, dueOn, kinds }) => {
    const request = requestStateOf(kinds)
    return {
      id,
      what,
      whose: request === 'declined' ? 'The hospital team' : 'Our practice',
      dueOn,
      from: 'treatment summary',
      isOpen: !isRequestSettled(request),
      state: null,
      request,
      reviewId: null,
      href: routes.answerPracticeRequest(id),
    }
  })
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
      request: null,
      reviewId: action.reviewId,
      href: routes.reviewAction(patientId, action.id),
    }
  })
}
