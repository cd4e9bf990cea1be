import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { KeyContactFields } from '@/components/patients/key-contact-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { getKeyContactForm } from '@/lib/care-teams/list-key-contacts'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { addKeyContactAction } from './actions'

export const metadata: Metadata = { title: 'Add a key contact' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewKeyContactPage({ params }: Props) {
  const { patientId } = await params
  const possible = await pageRead((actor) => getKeyContactForm(actor, patientId))
  return (
    <Main before={<BackLink href={routes.keyContacts(patientId)} />}>
      <ActionForm action={addKeyContactAction}>
        <h1>Add a key contact</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <KeyContactFields possible={possible} />
        <DateInput name="startedOn" label="Since when?" hint="For example, 15 3 2026" value={today()} />
        <Button>Add key contact</Button>
      </ActionForm>
    </Main>
  )
}
