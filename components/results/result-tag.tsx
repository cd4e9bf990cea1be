import { StatusTag } from '@/components/nhs/status-tag'
import { DECISION_LABELS } from '@/lib/results/labels'
import type { ResultView } from '@/lib/results/result-view'

/** Whether somebody still has to look at a result, or what was decided on it. */
export function ResultTag({ result }: { result: Pick<ResultView, 'awaitsReview' | 'reviews'> }) {
  const last = result.reviews.at(-1)
  if (result.awaitsReview) return <StatusTag status="needs_review" />
  return last ? `Reviewed: ${DECISION_LABELS[last.decision]}` : 'No review is needed'
}
