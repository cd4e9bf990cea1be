import type { Metadata } from 'next'
import { DiagnosisFields } from '@/components/diagnoses/diagnosis-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getDiagnosisForm } from '@/lib/diagnoses/get-diagnosis'
import { routes } from '@/lib/platform/routes'
import { recordDiagnosisAction } from './actions'

export const metadata: Metadata = { title: 'Record a diagnosis' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewDiagnosisPage({ params }: Props) {
  const { patientId } = await params
  const { primaries } = await pageRead((actor) => getDiagnosisForm(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={recordDiagnosisAction}>
        <h1>Record a diagnosis</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <DiagnosisFields primaries={primaries} />
        <Button>Record diagnosis</Button>
      </ActionForm>
    </Main>
  )
}
