import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { InRangeList } from '@/components/results/in-range-list'
import { NextPage } from '@/components/results/next-page'
import { ReviewsHeading } from '@/components/results/reviews-heading'
import { SingleList } from '@/components/results/single-list'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { doneWords } from '@/lib/results/labels'
import { parseReviewFilter, reviewsAddress } from '@/lib/results/place-in-list'
import { listResultsToReview } from '@/lib/results/results-to-review'

export const metadata: Metadata = { title: 'Results to review' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const said = doneWords(query)
  const filter = parseReviewFilter(query)
  const list = await pageRead((actor) => listResultsToReview(actor, filter))
  const { inRange, single, next } = list
  return (
    <Main>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ReviewsHeading list={list} filter={filter} />
      <h2>Out of range, in question or corrected: {single.length}</h2>
      <SingleList results={single} today={today()} returnTo={reviewsAddress(filter)} />
      {filter.show === 'single' ? null : (
        <>
          <h2>In range: {inRange.length}</h2>
          <InRangeList results={inRange} today={today()} returnTo={reviewsAddress(filter)} />
        </>
      )}
      <NextPage
        first={filter.after ? reviewsAddress({ ...filter, after: null }) : null}
        next={next ? reviewsAddress({ ...filter, after: next }) : null}
      />
    </Main>
  )
}
