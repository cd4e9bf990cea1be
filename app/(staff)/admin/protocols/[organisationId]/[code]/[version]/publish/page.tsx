import type { Metadata } from 'next'
import { ProtocolDifferences } from '@/components/follow-up/protocol-differences'
import { PublicationPlace } from '@/components/follow-up/publication-place'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { Checkboxes } from '@/components/nhs/checkboxes'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { getProtocol, type ProtocolPage } from '@/lib/follow-up/get-protocol'
import { countLowConfidence } from '@/lib/follow-up/protocol-in-words'
import { routes } from '@/lib/platform/routes'
import { publishProtocolAction } from './actions'

export const metadata: Metadata = { title: 'Publish a protocol' }

type Props = { params: Promise<{ organisationId: string; code: string; version: string }> }

export default async function PublishProtocolPage({ params }: Props) {
  const wanted = await params
  const page = await pageRead((actor) => getProtocol(actor, wanted))
  const { organisation, protocol } = page
  const back = routes.protocol(organisation.id, protocol.id, protocol.version)
  return (
    <Main before={<BackLink href={back}>Back to the protocol</BackLink>}>
      <ActionForm action={publishProtocolAction}>
        <h1>
          <span className="nhsuk-caption-xl">{organisation.name}</span>
          Publish {protocol.title}, version {protocol.version}?
        </h1>
        <WhatItDoes page={page} />
        {page.differences ? <ProtocolDifferences differences={page.differences} /> : null}
        <PublicationPlace page={page} />
        <HiddenInput name="version" value={protocol.version} />
        <TextInput
          name="approvedBy"
          label="Who approved it for the trust?"
          hint="Name and post, or the group: Dr A. Lee, lead for urology"
          autoComplete="off"
        />
        <DateInput name="approvedOn" label="When was it approved?" />
        <TextArea name="reason" label="What is new, for clinicians (optional)" rows={3} />
        <Checkboxes
          name="isRead"
          items={[{ value: 'yes', label: 'The trust has approved every value of this version' }]}
        />
        <ButtonGroup>
          <Button>Publish</Button>
          <a href={back}>Do nothing</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}

function WhatItDoes({ page: { sections, history } }: { page: ProtocolPage }) {
  const { low, all } = countLowConfidence(sections)
  const [last] = history
  return (
    <ul>
      <li>Clinicians can choose it from now on.</li>
      {last?.kind === 'published' ? (
        <li>
          It takes the place of version {last.version}. Whoever is on that one stays on it until a clinician
          moves them.
        </li>
      ) : null}
      <li>
        {low} of its {all} values rest on no source that was read, or on one that is not sure.
      </li>
    </ul>
  )
}
