import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { InRangeList } from '@/components/results/in-range-list'
import { NextPage } from '@/components/results/next-page'
import { ReviewsHeading } from '@/components/results/reviews-heading'
import { SingleList } from '@/components/results/single-list'
import { SavedNotice } from '@/components/tasks/saved-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { doneWords } from '@/lib/results/labels'
import { parseReviewFilter, reviewsAddress } from '@/lib/results/place-in-list'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { findJustSaved } from '@/lib/tasks/just-saved'

export const metadata: Metadata = { title: 'Results to review' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const filter = parseReviewFilter(query)
  const { list, saved } = await pageRead(async (actor) => ({
    list: await listResultsToReview(actor, filter),
    saved: await findJustSaved(actor, query),
  }))
  const { inRange, single, next } = list
  return (
    <Main>
      <SavedNotice saved={saved} otherwise={doneWords(query)} />
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
