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
      <nav className="app-switch" aria-label="Which results">
        {views.map(({ value, label }) => (
          <a
            href={reviewsAddress({ show: value, after: null })}
            aria-current={show === value ? 'page' : undefined}
            key={value}
          >
            {label}
          </a>
        ))}
        <a href={routes.unmatchedResults()}>Could not be filed</a>
        <a href={routes.resultFiles()}>Results by file</a>
      </nav>
      <p>{countWords(total, next !== null || after !== null)}</p>
    </>
  )
}

function countWords(total: number, isPart: boolean): string {
  if (total === 0) return 'No review waits for your teams.'
  const waits = total === 1 ? '1 review waits' : `${total.toLocaleString('en-GB')} reviews wait`
  return `${waits} for your teams, the earliest due first.${isPart ? ' This is one page of them.' : ''}`
}
