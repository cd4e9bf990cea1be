import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { LettersLine } from '@/components/tasks/letters-line'
import { SavedNotice } from '@/components/tasks/saved-notice'
import { WorklistHeading } from '@/components/tasks/worklist-heading'
import { WorklistFilters } from '@/components/tasks/worklist-filters'
import { WorklistRows } from '@/components/tasks/worklist-rows'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { doneNotice } from '@/lib/tasks/done-notice'
import { findJustSaved } from '@/lib/tasks/just-saved'
import { getWorklist, type Worklist } from '@/lib/tasks/worklist'
import {
  PAGE_SIZE,
  parseWorklistFilter,
  worklistAddress,
  type WorklistFilter,
} from '@/lib/tasks/worklist-filter'

export const metadata: Metadata = { title: 'Worklist' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function WorklistPage({ searchParams }: Props) {
  const params = await searchParams
  const filter = parseWorklistFilter(params)
  const { worklist, staffId, saved } = await pageRead(async (actor) => ({
    worklist: await getWorklist(actor, filter),
    staffId: actor.staffId,
    saved: await findJustSaved(actor, params),
  }))
  return (
    <Main>
      <SavedNotice saved={saved} otherwise={doneNotice(params)} />
      <h1>Worklist</h1>
      <WorklistHeading filter={filter} counts={worklist.counts} />
      {worklist.letters ? <LettersLine letters={worklist.letters} /> : null}
      <WorklistFilters filter={filter} owners={worklist.owners} />
      {worklist.rows.length === 0 ? (
        <Empty filter={filter} isAllElse={worklist.letters !== null} />
      ) : (
        <WorklistRows
          rows={worklist.rows}
          today={today()}
          staffId={staffId}
          returnTo={worklistAddress(filter, { page: filter.page })}
        />
      )}
      <Pages filter={filter} worklist={worklist} />
    </Main>
  )
}

function Empty({ filter, isAllElse }: { filter: WorklistFilter; isAllElse: boolean }) {
  const isFiltered = filter.kind !== null || filter.due !== null || filter.owner !== null || filter.page > 1
  return isFiltered ? (
    <p>
      No open task fits these filters.{' '}
      <a href={worklistAddress({ ...filter, kind: null, due: null, owner: null })}>Remove the filters</a>
    </p>
  ) : (
    <p>
      Nothing {isAllElse ? 'else ' : ''}is open
      {filter.list === 'mine' ? ' in your own name' : ' for your team'}. Tasks appear here by themselves, for
      example when <a href={routes.importPatients()}>patients are imported</a> or an assessment falls due.
    </p>
  )
}

function Pages({
  filter,
  worklist: { rows, total, hasMore },
}: {
  filter: WorklistFilter
  worklist: Worklist
}) {
  if (rows.length === 0) return null
  const first = (filter.page - 1) * PAGE_SIZE + 1
  const pageCount =
    total === null ? filter.page + (hasMore ? 1 : 0) : Math.max(filter.page, Math.ceil(total / PAGE_SIZE))
  return (
    <>
      <p>
        Showing {first.toLocaleString('en-GB')} to {(first + rows.length - 1).toLocaleString('en-GB')}
        {total === null ? (hasMore ? ', and there are more' : '') : ` of ${total.toLocaleString('en-GB')}`}
      </p>
      <Pagination
        page={filter.page}
        pageCount={pageCount}
        hrefFor={(page) => worklistAddress(filter, { page })}
      />
    </>
  )
}
