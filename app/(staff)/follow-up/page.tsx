import type { Metadata } from 'next'
import { FollowedUpRows } from '@/components/follow-up/followed-up-rows'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { pageRead } from '@/lib/accounts/page-read'
import {
  followUpAddress,
  parseFollowUpFilter,
  SHOWN,
  type FollowUpFilter,
} from '@/lib/follow-up/follow-up-filter'
import { FOLLOW_UP_PAGE_SIZE, listFollowUp } from '@/lib/follow-up/list-follow-up'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'People on follow-up' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const SHOWN_WORDS: Readonly<Record<FollowUpFilter['show'], string>> = {
  all: 'Everybody',
  overdue: 'A test is overdue',
  suspended: 'Suspended',
}

export default async function FollowUpListPage({ searchParams }: Props) {
  const filter = parseFollowUpFilter(await searchParams)
  const { rows, hasMore } = await pageRead((actor) => listFollowUp(actor, filter))
  return (
    <Main>
      <h1>People on follow-up</h1>
      <ul>
        {SHOWN.map((show) => (
          <li key={show}>
            {show === filter.show ? (
              <strong>{SHOWN_WORDS[show]}</strong>
            ) : (
              <a href={followUpAddress({ show, page: 1 })}>{SHOWN_WORDS[show]}</a>
            )}
          </li>
        ))}
        <li>
          <a href={routes.followUpLedger()}>Is anybody lost?</a>
        </li>
        <li>
          <a href={routes.publishedProtocols()}>Published protocols</a>
        </li>
      </ul>
      {rows.length === 0 ? (
        <p>Nobody on follow-up with your teams fits this.</p>
      ) : (
        <FollowedUpRows rows={rows} caption={shownWords(filter, rows.length, hasMore)} today={today()} />
      )}
      <Pagination
        page={filter.page}
        pageCount={filter.page + (hasMore ? 1 : 0)}
        hrefFor={(page) => followUpAddress({ ...filter, page })}
      />
    </Main>
  )
}

/** Where in the list this is; a whole list on one page is counted. */
function shownWords({ page }: FollowUpFilter, shown: number, hasMore: boolean): string {
  if (page === 1 && !hasMore) return shown === 1 ? '1 pathway' : `${shown} pathways`
  const first = (page - 1) * FOLLOW_UP_PAGE_SIZE + 1
  return `Pathways ${first} to ${first + shown - 1}${hasMore ? ', by name; there are more' : ''}`
}
