import { z } from 'zod'
import { routes } from '@/lib/platform/routes'

/** Rows a page. */
export const REVIEWS_A_PAGE = 25

/** Nobody turns more pages than this; the filter is for that. */
const LAST_PAGE = 400

/** What to show: `now` is what can be held, overdue and due. */
export const REVIEW_CHOICES = ['now', 'overdue', 'due', 'not_yet', 'excused'] as const
export type ReviewChoice = (typeof REVIEW_CHOICES)[number]

/** The state of the list, all of it in the address. */
export type DueReviewFilter = { show: ReviewChoice; sort: 'earliest' | 'latest'; page: number }

const schema = z.object({
  show: z.enum(REVIEW_CHOICES).catch('now'),
  sort: z.enum(['earliest', 'latest']).catch('earliest'),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
})

/** The filter an address asks for; whatever it says that cannot be is as if it were not said. */
export function parseDueReviewFilter(params: Record<string, string | string[] | undefined>): DueReviewFilter {
  return schema.parse(params)
}

/** The address of the list, with one thing changed. Another filter or order goes back to the first page. */
export function dueReviewsAddress(filter: DueReviewFilter, change: Partial<DueReviewFilter> = {}): string {
  const { show, sort, page } = { ...filter, page: 1, ...change }
  const params = new URLSearchParams()
  if (show !== 'now') params.set('show', show)
  if (sort !== 'earliest') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  return params.size === 0 ? routes.dueReviews() : `${routes.dueReviews()}?${params}`
}
