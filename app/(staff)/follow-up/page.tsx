import type { Metadata } from 'next'
import { FollowedUpRows } from '@/components/follow-up/followed-up-rows'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { ViewLinks } from '@/components/nhs/view-links'
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

/** Where the list is empty: why, and where people come from. */
const NOBODY: Readonly<Record<FollowUpFilter['show'], string>> = {
  all: 'Nobody is on follow-up with your teams. It begins with a decision on the follow-up page of a person.',
  overdue: 'No test is overdue for anybody on follow-up with your teams.',
  suspended: 'Nobody’s follow-up with your teams is suspended.',
}

export default async function FollowUpListPage({ searchParams }: Props) {
  const filter = parseFollowUpFilter(await searchParams)
  const { rows, hasMore } = await pageRead((actor) => listFollowUp(actor, filter))
  return (
    <Main>
      <h1>People on follow-up</h1>
      <ViewLinks
        label="Whom to show"
        links={[
          ...SHOWN.map((show) => ({
            href: followUpAddress({ show, page: 1 }),
            label: SHOWN_WORDS[show],
            isCurrent: show === filter.show,
          })),
          { href: routes.followUpLedger(), label: 'Is anybody lost?' },
          { href: routes.publishedProtocols(), label: 'Published protocols' },
        ]}
      />
      {rows.length === 0 ? (
        <p>{NOBODY[filter.show]}</p>
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
