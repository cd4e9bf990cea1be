import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Table } from '@/components/nhs/table'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/results/labels'
import { UNMATCHED_WORDS } from '@/lib/results/unmatched'
import { listUnmatched } from '@/lib/results/unmatched-queries'

export const metadata: Metadata = { title: 'Results without a person' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const said = lookUp(DONE_WORDS, (await searchParams).done)
  const { results, hasMore } = await pageRead(listUnmatched)
  return (
    <Main before={<BackLink href={routes.resultsToReview()}>Results to review</BackLink>}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Results that could not be filed</h1>
      <p>
        They came by message, and something in them does not fit. Nothing is filed on a guess: somebody says
        whose each is, or sets it aside.
      </p>
      {hasMore ? <p>These are the oldest. More are shown once these are settled.</p> : null}
      {results.length === 0 ? (
        <p>Nothing waits.</p>
      ) : (
        <Table
          caption="Oldest first"
          columns={[
            { label: 'Result' },
            { label: 'Said to be of' },
            { label: 'Why it waits' },
            { label: 'Came' },
          ]}
          rows={results.map(({ id, content, why, receivedAt, from }) => ({
            key: id,
            cells: [
              <a href={routes.unmatchedResult(id)} key="result">
                {content.name || content.code || 'Result without a name'} {content.value} {content.unit}
              </a>,
              [
                `${content.person.familyName.toUpperCase()}, ${content.person.givenName}`,
                content.person.bornOn
                  ? `born ${formatDateForStaff(content.person.bornOn)}`
                  : 'no date of birth',
              ].join(', '),
              UNMATCHED_WORDS[why],
              `${formatInstantForStaff(receivedAt)}, ${from}`,
            ],
          }))}
        />
      )}
    </Main>
  )
}
