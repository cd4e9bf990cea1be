import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { ProtocolRows } from '@/components/follow-up/protocol-rows'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { listProtocols } from '@/lib/follow-up/list-protocols'
import { PUBLICATION_DONE_WORDS } from '@/lib/follow-up/protocol-labels'
import { lookUp } from '@/lib/platform/look-up'

export const metadata: Metadata = { title: 'Protocols' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function ProtocolsPage({ searchParams }: Props) {
  const said = lookUp(PUBLICATION_DONE_WORDS, (await searchParams).done)
  const organisations = await pageRead(listProtocols)
  return (
    <Main>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Protocols</h1>
      <AdministrationLinks current="protocols" />
      <p>
        Which tests people have after treatment, and when. Clinicians choose from what is published here, and
        from nothing else.
      </p>
      <InsetText>
        <p>
          Every protocol comes for local clinical approval. Publish one when your trust has approved its
          values. Publishing moves nobody: clinicians see first whose dates would change.
        </p>
      </InsetText>
      {organisations.map((organisation) => (
        <ProtocolRows key={organisation.id} organisation={organisation} />
      ))}
    </Main>
  )
}
