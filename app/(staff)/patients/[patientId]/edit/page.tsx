import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { ContactFields, IdentityFields, SharingFields } from '@/components/patients/particulars-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { getPatientToEdit } from '@/lib/patients/edit-patient'
import { routes } from '@/lib/platform/routes'
import { editContactsAction, editPatientAction } from './actions'

export const metadata: Metadata = { title: 'Name, address and other particulars' }

type Props = { params: Promise<{ patientId: string }> }

export default async function EditPatientPage({ params }: Props) {
  const { patientId } = await params
  const { record, mayEditIdentity } = await pageRead((actor) => getPatientToEdit(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={mayEditIdentity ? editPatientAction : editContactsAction}>
        <h1>{mayEditIdentity ? 'Name, address and other particulars' : 'Address and contact'}</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="version" value={String(record.version)} />
        {mayEditIdentity ? (
          <>
            <p>The NHS number cannot be changed: whoever has another one is another person here.</p>
            <IdentityFields record={record} />
          </>
        ) : (
          <p>Name, date of birth and other particulars are changed by the hospital team.</p>
        )}
        <ContactFields record={record} />
        {mayEditIdentity ? <SharingFields record={record} /> : null}
        <Button>Save</Button>
      </ActionForm>
    </Main>
  )
}
