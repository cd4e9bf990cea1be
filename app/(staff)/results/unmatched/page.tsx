import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { Table } from '@/components/nhs/table'
import { FiledNotice } from '@/components/results/filed-notice'
import { NextPage } from '@/components/results/next-page'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/results/labels'
import { findFiledUnmatched } from '@/lib/results/filed-unmatched'
import { placeInTime, placeInTimeAsText } from '@/lib/results/place-in-list'
import { UNMATCHED_WORDS } from '@/lib/results/unmatched'
import { listUnmatched } from '@/lib/results/unmatched-queries'

export const metadata: Metadata = { title: 'Results without a person' }

type Props = { searchParams: Promise<Record<'done' | 'filed' | 'after', string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { done, filed: filedId, after } = await searchParams
  const place = placeInTime(after)
  const { list, filed } = await pageRead(async (actor) => ({
    list: await listUnmatched(actor, place),
    filed: await findFiledUnmatched(actor, filedId),
  }))
  const { results, total, next } = list
  return (
    <Main before={<BackLink href={routes.resultsToReview()}>Results to review</BackLink>}>
      <FiledNotice filed={filed} otherwise={lookUp(DONE_WORDS, done) ?? null} />
      <h1>Results that could not be filed</h1>
      <p>
        They came by message or in a file, and something in them does not fit. Nothing is filed on a guess:
        somebody says whose each is, or sets it aside.
      </p>
      {total > 0 ? <p>{total === 1 ? 'One waits.' : `${total.toLocaleString('en-GB')} wait.`}</p> : null}
      {results.length === 0 ? (
        <p>Nothing waits.</p>
      ) : (
        <Table
          responsive
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
                content.person.nhsNumber ? formatNhsNumber(content.person.nhsNumber) : 'no NHS number',
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
      <NextPage
        first={place ? routes.unmatchedResults() : null}
        next={next ? routes.unmatchedResultsAfter(placeInTimeAsText(next)) : null}
      />
    </Main>
  )
}
