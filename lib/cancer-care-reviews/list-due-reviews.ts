import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { hotRead } from '@/lib/access/hot-read'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { DueReview } from './due-review'
import { REVIEWS_A_PAGE, type DueReviewFilter, type ReviewChoice } from './due-review-filter'
import {
  dueReviewOf,
  excusedReviewsOf,
  lookBackFrom,
  type CourseRow,
  type OwedRow,
} from './internal/due-review-rows'
import {
  COURSES_SINCE,
  LOG_DUE_REVIEWS,
  OWED_REVIEW_COUNTS,
  owedReviewsStatement,
} from './internal/due-review-statements'
import { REVIEW_KINDS } from './owed-reviews'

/** One page of a practice's list of cancer care reviews. */
export type DueReviews = {
  rows: DueReview[]
  hasMore: boolean
  /** Of everything owed: past the last day, and not. */
  counts: { overdue: number; later: number }
  today: CalendarDate
}

const KINDS = Object.values(REVIEW_KINDS)

/** First and last day due, and whether the window has begun. */
const RANGES: Record<
  Exclude<ReviewChoice, 'excused'>,
  (today: CalendarDate) => [CalendarDate | null, CalendarDate | null, boolean | null]
> = {
  now: () => [null, null, true],
  overdue: (day) => [null, addDays(day, -1), null],
  due: (day) => [day, null, true],
  not_yet: (day) => [day, null, false],
}

/**
 * The reviews that the actor's practice owes, from the ledger; or those that it need not hold, with the reason, reckoned
 * from the diagnoses that it could still be asked about.
 *
 * @throws NotAllowed for somebody who works in no practice
 */
export async function listDueReviews(actor: Actor, filter: DueReviewFilter): Promise<DueReviews> {
  permitInOwn(actor, 'practice_home', 'read')
  const teams = teamsAs(actor, 'gp').map((team) => team.teamId)
  const { show } = filter
  return show === 'excused' ? excused(actor, teams, filter) : owed(actor, teams, show, filter)
}

async function owed(
  actor: Actor,
  teams: readonly string[],
  show: Exclude<ReviewChoice, 'excused'>,
  { sort, page }: DueReviewFilter,
): Promise<DueReviews> {
  const day = today()
  const [from, to, hasBegun] = RANGES[show](day)
  const skipped = (page - 1) * REVIEWS_A_PAGE
  const [found, [counts]] = await hotRead<[OwedRow[], DueReviews['counts'][], unknown[]]>(
    actor,
    {
      name: `due-reviews-${sort}`,
      text: owedReviewsStatement(sort),
      values: [teams, KINDS, from, to, day, hasBegun, REVIEWS_A_PAGE, skipped],
    },
    countsOf(teams, day),
    logOf({ show, page }),
  )
  const rows = found.slice(0, REVIEWS_A_PAGE).map((row) => dueReviewOf(row, day))
  const hasMore = found.length > REVIEWS_A_PAGE
  return { rows, hasMore, counts: counts ?? { overdue: 0, later: 0 }, today: day }
}

async function excused(actor: Actor, teams: readonly string[], filter: DueReviewFilter): Promise<DueReviews> {
  const day = today()
  const { show, page } = filter
  const [courses, [counts]] = await hotRead<[CourseRow[], DueReviews['counts'][], unknown[]]>(
    actor,
    { name: 'excused-reviews', text: COURSES_SINCE, values: [teams, lookBackFrom(day), KINDS] },
    countsOf(teams, day),
    logOf({ show, page }),
  )
  const all = excusedReviewsOf(courses, day, filter.sort)
  const start = (page - 1) * REVIEWS_A_PAGE
  return {
    rows: all.slice(start, start + REVIEWS_A_PAGE),
    hasMore: all.length > start + REVIEWS_A_PAGE,
    counts: counts ?? { overdue: 0, later: 0 },
    today: day,
  }
}

function countsOf(teams: readonly string[], day: CalendarDate) {
  return { name: 'due-review-counts', text: OWED_REVIEW_COUNTS, values: [teams, KINDS, day] }
}

function logOf(detail: object) {
  return { name: 'due-review-log', text: LOG_DUE_REVIEWS, values: [JSON.stringify(detail)] }
}
