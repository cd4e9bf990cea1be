import type { ReviewFilter } from '@/lib/results/place-in-list'
import type { ReviewList } from '@/lib/results/results-to-review'
import { ResultsSwitch } from './results-switch'

type Props = { list: ReviewList; filter: ReviewFilter }

/** How many reviews wait, and the ways to see them. */
export function ReviewsHeading({ list: { total, next }, filter: { show, after } }: Props) {
  return (
    <>
      <h1>Results to review</h1>
      <ResultsSwitch current={show} />
      <p>{countWords(total, next !== null || after !== null)}</p>
    </>
  )
}

function countWords(total: number, isPart: boolean): string {
  if (total === 0) return 'No review waits for your teams.'
  const waits = total === 1 ? '1 review waits' : `${total.toLocaleString('en-GB')} reviews wait`
  return `${waits} for your teams, the earliest due first. Results of one sample are one review.${isPart ? ' This is one page of them.' : ''}`
}
