import type { Metadata } from 'next'
import { MovedNotice } from '@/components/follow-up/moved-notice'
import { ProtocolValues } from '@/components/follow-up/protocol-values'
import { RehearsalForm } from '@/components/follow-up/rehearsal-form'
import { BackLink } from '@/components/nhs/back-link'
import { Details } from '@/components/nhs/details'
import { ErrorSummary } from '@/components/nhs/error-summary'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { pageRead } from '@/lib/accounts/page-read'
import { getRehearsal, REHEARSAL_PAGE_SIZE } from '@/lib/follow-up/get-rehearsal'
import { getMoved } from '@/lib/follow-up/move-people'
import { parseRehearsalAddress, rehearsalAddress } from '@/lib/follow-up/rehearsal-address'
import { countsInWords, peopleInWords } from '@/lib/follow-up/rehearsal-words'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Move people to a new version' }

type Props = {
  params: Promise<{ organisationId: string; code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RehearsalPage({ params, searchParams }: Props) {
  const place = await params
  const { show, choose, result } = parseRehearsalAddress(await searchParams)
  const { page, moved } = await pageRead(async (actor) => ({
    page: await getRehearsal(actor, place, show),
    moved: result ? await getMoved(actor, result) : null,
  }))
  const { counts, people, protocol } = page
  return (
    <Main before={<BackLink href={routes.publishedProtocols()}>Back to published protocols</BackLink>}>
      {choose === 'nobody' ? (
        <ErrorSummary
          errors={[{ field: people[0]?.pathwayId ?? '', message: 'Choose one person or more' }]}
        />
      ) : null}
      {moved ? <MovedNotice moved={moved} people={people} /> : null}
      <h1>
        <span className="nhsuk-caption-xl">{protocol.title}</span>
        {counts.people === 0 ? `Version ${protocol.version}` : `Move people to version ${protocol.version}`}
      </h1>
      {page.note ? <p className="app-preserve-lines">{page.note}</p> : null}
      <Details summary={`Every value of version ${protocol.version}`}>
        <ProtocolValues sections={page.sections} />
      </Details>
      {counts.people === 0 ? (
        <p>Everybody whom your teams follow up by this protocol is on this version.</p>
      ) : (
        <>
          <p>
            {peopleInWords(counts.people)} of your teams {counts.people === 1 ? 'is' : 'are'} on another
            version. Nobody moves until you confirm it. If all moved today:
          </p>
          <Effects effects={countsInWords(counts)} />
          <RehearsalForm page={page} areAllChosen={choose === 'all'} show={show} />
        </>
      )}
      {show === 'all' ? null : (
        <Pagination
          page={show}
          pageCount={Math.ceil(counts.people / REHEARSAL_PAGE_SIZE)}
          hrefFor={(number) => rehearsalAddress(place, { show: number })}
        />
      )}
    </Main>
  )
}

function Effects({ effects }: { effects: readonly string[] }) {
  if (effects.length === 0) return <p>Nothing would change for any of them today.</p>
  return (
    <ul>
      {effects.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
