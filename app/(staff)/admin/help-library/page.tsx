import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { concernOptions } from '@/components/care-plans/help-entry-fields'
import { Button, ButtonLink } from '@/components/nhs/button'
import { FilterSelect } from '@/components/nhs/filter-select'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { getHelpLibrary, type HelpLibraryView } from '@/lib/care-plans/help-queries'
import { DONE_WORDS, HELP_KIND_LABELS } from '@/lib/care-plans/labels'
import { onTheWay } from '@/lib/care-plans/where-next'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Help library' }

type Props = { searchParams: Promise<{ concern?: string | string[]; done?: string | string[] }> }

export default async function HelpLibraryPage({ searchParams }: Props) {
  const { concern, done } = await searchParams
  const concernCode = typeof concern === 'string' && concern !== '' ? concern : undefined
  const library = await pageRead((actor) => getHelpLibrary(actor, concernCode))
  const said = lookUp(DONE_WORDS, done)
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
    <table className="app-list">
      <caption>{entries.length === 1 ? '1 entry' : `${entries.length} entries, by concern`}</caption>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Concern</th>
          <th scope="col">Kind</th>
          <th scope="col">What the person is told</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              <a href={routes.helpEntry(entry.id)}>{entry.title}</a>
            </th>
            <td data-label="Concern">
              {showsOrganisation ? `${entry.concernLabel} (${entry.organisationName})` : entry.concernLabel}
            </td>
            <td data-label="Kind">{HELP_KIND_LABELS[entry.kind]}</td>
            <td className="app-preserve-lines">{entry.detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
