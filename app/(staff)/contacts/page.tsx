import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { ContactFilters } from '@/components/re-access/contact-filters'
import { ContactRows } from '@/components/re-access/contact-rows'
import { WaitingTimes } from '@/components/re-access/waiting-times'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { contactsAddress, isFiltered, parseContactFilter } from '@/lib/re-access/contact-filter'
import { listContacts } from '@/lib/re-access/list-contacts'

export const metadata: Metadata = { title: 'Contacts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ContactsPage({ searchParams }: Props) {
  const filter = parseContactFilter(await searchParams)
  const lists = await pageRead((actor) => listContacts(actor, filter))
  const { open, openCount, hasMoreOpen, log, hasMoreInLog, times } = lists
  return (
    <Main>
      <h1>Contacts</h1>
      <p>
        People who got in touch with your teams. To record one,{' '}
        <a href={routes.patientSearch()}>find the patient</a> first.
      </p>
      <h2>Open{openCount > 0 ? ` (${openCount}${hasMoreOpen ? ' or more' : ''})` : null}</h2>
      {open.length > 0 ? (
        <ContactRows caption="Most urgent first" contacts={open} />
      ) : (
        <p>Nobody is waiting for an answer or an appointment.</p>
      )}
      {open.length < openCount ? (
        <p>
          <a href={contactsAddress(filter, { open: 'all' })}>Show all that are open</a>
        </p>
      ) : null}
      {hasMoreOpen ? <p>There may be more. Those due first are shown.</p> : null}
      <h2>Log</h2>
      <ContactFilters filter={filter} />
      {log.length > 0 ? (
        <ContactRows caption="Newest first" contacts={log} />
      ) : (
        <p>
          {isFiltered(filter)
            ? 'No contact fits. Change the filters to see others.'
            : 'No contact has been recorded yet.'}
        </p>
      )}
      <Pagination
        page={filter.page}
        pageCount={filter.page + (hasMoreInLog ? 1 : 0)}
        hrefFor={(page) => contactsAddress(filter, { page })}
      />
      <WaitingTimes times={times} />
    </Main>
  )
}
