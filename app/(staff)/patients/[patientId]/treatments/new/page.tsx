import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TreatmentFields } from '@/components/diagnoses/treatment-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { getTreatmentForm } from '@/lib/diagnoses/get-treatment'
import { routes } from '@/lib/platform/routes'
import { recordTreatmentAction } from './actions'

export const metadata: Metadata = { title: 'Record a treatment' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewTreatmentPage({ params }: Props) {
  const { patientId } = await params
  const { diagnoses, phases } = await pageRead((actor) => getTreatmentForm(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={recordTreatmentAction}>
        <h1>Record a treatment</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <TreatmentFields diagnoses={diagnoses} phases={phases} />
        <Button>Record treatment</Button>
      </ActionForm>
    </Main>
  )
}
