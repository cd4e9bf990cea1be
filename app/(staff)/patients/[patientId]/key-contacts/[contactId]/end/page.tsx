import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { KEY_CONTACT_ROLE_LABELS } from '@/lib/care-teams/key-contact-labels'
import { getKeyContact } from '@/lib/care-teams/list-key-contacts'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { endKeyContactAction } from './actions'

export const metadata: Metadata = { title: 'End a key contact' }

type Props = { params: Promise<{ patientId: string; contactId: string }> }

export default async function EndKeyContactPage({ params }: Props) {
  const { patientId, contactId } = await params
  const { contact } = await pageRead((actor) => getKeyContact(actor, patientId, contactId))
  return (
    <Main before={<BackLink href={routes.keyContacts(patientId)} />}>
      <ActionForm action={endKeyContactAction}>
        <h1>End a key contact</h1>
        <p>
          {contact.name}, {KEY_CONTACT_ROLE_LABELS[contact.role]}, will be shown as somebody the person could
          turn to before.
        </p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="contactId" value={contactId} />
        <HiddenInput name="version" value={String(contact.version)} />
        <DateInput
          name="endedOn"
          label="From which day are they no longer a contact?"
          hint="For example, 15 3 2026"
          value={today()}
        />
        <Button>End key contact</Button>
      </ActionForm>
    </Main>
  )
}
