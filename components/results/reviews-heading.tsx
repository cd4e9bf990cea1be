import { ViewLinks } from '@/components/nhs/view-links'
import { routes } from '@/lib/platform/routes'
import { reviewsAddress, type ReviewFilter } from '@/lib/results/place-in-list'
import type { ReviewList } from '@/lib/results/results-to-review'

type Props = { list: ReviewList; filter: ReviewFilter }

/** How many reviews wait, and the ways to see them. */
export function ReviewsHeading({ list: { total, next }, filter: { show, after } }: Props) {
  const views = [
    { value: 'all', label: 'All' },
    { value: 'single', label: 'Out of range only' },
  ] as const
  return (
    <>
      <h1>Results to review</h1>
      <ViewLinks
        label="Which results"
        links={[
          ...views.map(({ value, label }) => ({
            href: reviewsAddress({ show: value, after: null }),
            label,
            isCurrent: show === value,
          })),
          { href: routes.unmatchedResults(), label: 'Could not be filed' },
          { href: routes.resultFiles(), label: 'Results by file' },
        ]}
      />
      <p>{countWords(total, next !== null || after !== null)}</p>
    </>
  )
}

function countWords(total: number, isPart: boolean): string {
  if (total === 0) return 'No review waits for your teams.'
  const waits = total === 1 ? '1 review waits' : `${total.toLocaleString('en-GB')} reviews wait`
  return `${waits} for your teams, the earliest due first. Results of one sample are one review.${isPart ? ' This is one page of them.' : ''}`
}
