import type { Metadata } from 'next'
import { ProtocolDifferences } from '@/components/follow-up/protocol-differences'
import { ProtocolHead } from '@/components/follow-up/protocol-head'
import { ProtocolValues } from '@/components/follow-up/protocol-values'
import { PublicationHistory } from '@/components/follow-up/publication-history'
import { BackLink } from '@/components/nhs/back-link'
import { ButtonLink } from '@/components/nhs/button'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getProtocol } from '@/lib/follow-up/get-protocol'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Protocol' }

type Props = { params: Promise<{ organisationId: string; code: string; version: string }> }

export default async function ProtocolPage({ params }: Props) {
  const wanted = await params
  const page = await pageRead((actor) => getProtocol(actor, wanted))
  const { organisation, protocol, isPublished, differences } = page
  const place = [organisation.id, protocol.id, protocol.version] as const
  return (
    <Main before={<BackLink href={routes.protocols()}>Back to protocols</BackLink>}>
      <h1>
        <span className="nhsuk-caption-xl">{organisation.name}</span>
        {protocol.title}, version {protocol.version}
      </h1>
      <ProtocolHead protocol={protocol} />
      {isPublished ? (
        <InsetText>
          <p>
            This version is published. <a href={routes.withdrawProtocol(...place)}>Withdraw it</a>
          </p>
        </InsetText>
      ) : (
        <ButtonLink href={routes.publishProtocol(...place)}>Publish this version</ButtonLink>
      )}
      {differences ? <ProtocolDifferences differences={differences} /> : null}
      <ProtocolValues sections={page.sections} />
      <PublicationHistory history={page.history} />
    </Main>
  )
}
