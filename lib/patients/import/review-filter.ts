import { REASON_WORDS, type ImportReason } from '@/lib/patients/import/import-reasons'
import { routes } from '@/lib/platform/routes'

/** Which rows of an import are looked at: those with a problem, all, or those of one verdict. */
export const ROW_CHOICES = ['problems', 'all', 'accepted', 'rejected', 'duplicate'] as const
export type RowChoice = (typeof ROW_CHOICES)[number]

export type ReviewFilter = { rows: RowChoice; reason: ImportReason | null; page: number }

/** Rows on a page of a review. */
export const REVIEW_PAGE_SIZE = 25

/** The filter of an address; what it does not understand is left out. */
export function parseReviewFilter(params: Record<string, string | string[] | undefined>): ReviewFilter {
  const reason = String(params.reason ?? '')
  const page = Number(params.page)
  return {
    rows: ROW_CHOICES.find((choice) => choice === params.rows) ?? 'problems',
    reason: Object.hasOwn(REASON_WORDS, reason) ? (reason as ImportReason) : null,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

/** The address of a review with this filter, changed by `change`; another filter begins at its first page. */
export function reviewAddress(importId: string, filter: ReviewFilter, change: Partial<ReviewFilter>): string {
  const { rows, reason, page } = { ...filter, page: 1, ...change }
  const params = new URLSearchParams({
    ...(rows !== 'problems' && { rows }),
    ...(reason && { reason }),
    ...(page > 1 && { page: String(page) }),
  })
  const query = params.toString()
  return query ? `${routes.patientImport(importId)}?${query}` : routes.patientImport(importId)
}
