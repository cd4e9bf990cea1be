import type { Metadata } from 'next'
import { DueReviewRows } from '@/components/cancer-care-reviews/due-review-rows'
import { ReviewChoices } from '@/components/cancer-care-reviews/review-choices'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { SavedNotice } from '@/components/tasks/saved-notice'
import { pageRead } from '@/lib/accounts/page-read'
import {
  dueReviewsAddress,
  parseDueReviewFilter,
  type DueReviewFilter,
} from '@/lib/cancer-care-reviews/due-review-filter'
import { listDueReviews } from '@/lib/cancer-care-reviews/list-due-reviews'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { now } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { doneNotice } from '@/lib/tasks/done-notice'
import { findJustSaved } from '@/lib/tasks/just-saved'

export const metadata: Metadata = { title: 'Cancer care reviews' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DueReviewsPage({ searchParams }: Props) {
  const params = await searchParams
  const filter = parseDueReviewFilter(params)
  const { list, saved } = await pageRead(async (actor) => ({
    list: await listDueReviews(actor, filter),
    saved: await findJustSaved(actor, params),
  }))
  const { rows, hasMore, counts, today } = list
  return (
    <Main before={<BackLink href={routes.practiceHome()}>Back to the practice</BackLink>}>
      <SavedNotice saved={saved} otherwise={doneNotice(params)} />
      <h1>Cancer care reviews</h1>
      <p>
        {counts.overdue.toLocaleString('en-GB')} overdue · {counts.later.toLocaleString('en-GB')} due later
        <span className="app-fresh">Updated {formatInstantForStaff(now())}</span>
      </p>
      <ReviewChoices filter={filter} />
      {rows.length === 0 ? (
        <Empty filter={filter} />
      ) : (
        <DueReviewRows
          rows={rows}
          today={today}
          caption={filter.sort === 'earliest' ? 'Earliest due first' : 'Latest due first'}
          returnTo={dueReviewsAddress(filter, { page: filter.page })}
          sort={sortOf(filter)}
        />
      )}
      <Pagination
        page={filter.page}
        pageCount={filter.page + (hasMore ? 1 : 0)}
        hrefFor={(page) => dueReviewsAddress(filter, { page })}
      />
    </Main>
  )
}

function sortOf(filter: DueReviewFilter) {
  return filter.sort === 'earliest'
    ? { href: dueReviewsAddress(filter, { sort: 'latest' }), direction: 'ascending' as const }
    : { href: dueReviewsAddress(filter, { sort: 'earliest' }), direction: 'descending' as const }
}

function Empty({ filter }: { filter: DueReviewFilter }) {
  if (filter.page > 1)
    return (
      <p>
        There is nothing on this page. <a href={dueReviewsAddress(filter)}>Go to the first page</a>
      </p>
    )
  if (filter.show === 'now')
    return (
      <p>
        No review is due now. Reviews appear here by themselves when somebody registered with the practice is
        diagnosed with cancer.
      </p>
    )
  return (
    <p>
      No review fits this. <a href={routes.dueReviews()}>Show the reviews to hold now</a>
    </p>
  )
}
