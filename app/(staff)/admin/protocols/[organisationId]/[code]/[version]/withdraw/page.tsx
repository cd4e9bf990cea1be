import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PublicationPlace } from '@/components/follow-up/publication-place'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { getProtocol } from '@/lib/follow-up/get-protocol'
import { routes } from '@/lib/platform/routes'
import { withdrawProtocolAction } from './actions'

export const metadata: Metadata = { title: 'Withdraw a protocol' }

type Props = { params: Promise<{ organisationId: string; code: string; version: string }> }

export default async function WithdrawProtocolPage({ params }: Props) {
  const wanted = await params
  const page = await pageRead((actor) => getProtocol(actor, wanted))
  if (!page.isPublished) notFound()
  const { organisation, protocol } = page
  const back = routes.protocol(organisation.id, protocol.id, protocol.version)
  return (
    <Main before={<BackLink href={back}>Back to the protocol</BackLink>}>
      <ActionForm action={withdrawProtocolAction}>
        <h1>
          <span className="nhsuk-caption-xl">{organisation.name}</span>
          Withdraw {protocol.title}, version {protocol.version}?
        </h1>
        <ul>
          <li>Nobody new can be put on it, in any version, until one is published again.</li>
          <li>Whoever is on it stays on it, and their tests go on.</li>
        </ul>
        <PublicationPlace page={page} />
        <TextArea name="reason" label="Why is it withdrawn?" rows={3} />
        <ButtonGroup>
          <Button variant="warning">Withdraw</Button>
          <a href={back}>Do nothing</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}
