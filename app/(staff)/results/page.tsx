import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { InRangeList } from '@/components/results/in-range-list'
import { SingleList } from '@/components/results/single-list'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { doneWords } from '@/lib/results/labels'

export const metadata: Metadata = { title: 'Results to review' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const said = doneWords(await searchParams)
  const { inRange, single, hasMore } = await pageRead(listResultsToReview)
  return (
    <Main>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Results to review</h1>
      {hasMore ? <p>These are the first that are due. More are shown once these are reviewed.</p> : null}
      <h2>Out of range, in question or corrected: {single.length}</h2>
      <SingleList results={single} today={today()} />
      <p>
        <a href={routes.unmatchedResults()}>Results that came by message and could not be filed</a>
      </p>
      <h2>In range: {inRange.length}</h2>
      <InRangeList results={inRange} today={today()} />
    </Main>
  )
}
