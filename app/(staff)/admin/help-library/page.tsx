import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { concernOptions } from '@/components/care-plans/help-entry-fields'
import { Button, ButtonLink } from '@/components/nhs/button'
import { FilterSelect } from '@/components/nhs/filter-select'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Table } from '@/components/nhs/table'
import { pageRead } from '@/lib/accounts/page-read'
import { getHelpLibrary, type HelpLibraryView } from '@/lib/care-plans/help-queries'
import { DONE_WORDS, HELP_KIND_LABELS } from '@/lib/care-plans/labels'
import { onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Help library' }

type Props = { searchParams: Promise<{ concern?: string | string[]; done?: string }> }

export default async function HelpLibraryPage({ searchParams }: Props) {
  const { concern, done } = await searchParams
  const concernCode = typeof concern === 'string' && concern !== '' ? concern : undefined
  const library = await pageRead((actor) => getHelpLibrary(actor, concernCode))
  const said = done ? DONE_WORDS[done] : undefined
  return (
    <Main>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Help library</h1>
      <AdministrationLinks current="help-library" />
      <p>What staff are offered as help when they add an action to a care plan, by concern.</p>
      <form method="get">
        <FilterSelect
          name="concern"
          label="Concern"
          any="All concerns"
          value={concernCode ?? null}
          options={concernOptions(library.concerns)}
        />
        <Button variant="secondary" small>
          Show
        </Button>
      </form>
      <ButtonLink href={onTheWay(routes.newHelpEntry(), '', concernCode ? { concern: concernCode } : {})}>
        Add help
      </ButtonLink>
      <Entries library={library} />
    </Main>
  )
}

function Entries({ library: { entries, organisations } }: { library: HelpLibraryView }) {
  if (entries.length === 0)
    return <p>There is no help for this yet. Add what your teams and services offer.</p>
  const showsOrganisation = organisations.length > 1
  return (
    <Table
      caption={entries.length === 1 ? '1 entry' : `${entries.length} entries, by concern`}
      compact
      firstCellIsHeader
      columns={[
        { label: 'Title' },
        { label: 'Concern' },
        { label: 'Kind' },
        { label: 'What the person is told' },
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <a href={routes.helpEntry(entry.id)} key="title">
            {entry.title}
          </a>,
          showsOrganisation ? `${entry.concernLabel} (${entry.organisationName})` : entry.concernLabel,
          HELP_KIND_LABELS[entry.kind],
          <span className="app-preserve-lines" key="detail">
            {entry.detail}
          </span>,
        ],
      }))}
    />
  )
}
