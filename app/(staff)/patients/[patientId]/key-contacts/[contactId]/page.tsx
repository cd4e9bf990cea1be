import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { KeyContactFields } from '@/components/patients/key-contact-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { getKeyContact } from '@/lib/care-teams/list-key-contacts'
import { routes } from '@/lib/platform/routes'
import { changeKeyContactAction } from './actions'

export const metadata: Metadata = { title: 'Change a key contact' }

type Props = { params: Promise<{ patientId: string; contactId: string }> }

export default async function KeyContactPage({ params }: Props) {
  const { patientId, contactId } = await params
  const { contact, possible } = await pageRead((actor) => getKeyContact(actor, patientId, contactId))
  return (
    <Main before={<BackLink href={routes.keyContacts(patientId)} />}>
      <ActionForm action={changeKeyContactAction}>
        <h1>Change a key contact</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="contactId" value={contactId} />
        <HiddenInput name="version" value={String(contact.version)} />
        <KeyContactFields possible={possible} contact={contact} />
        <Button>Save key contact</Button>
      </ActionForm>
      <p>
        <a href={routes.endKeyContact(patientId, contactId)}>They are no longer a contact</a>
      </p>
    </Main>
  )
}
