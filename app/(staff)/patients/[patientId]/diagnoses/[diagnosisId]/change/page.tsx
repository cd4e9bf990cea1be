import type { Metadata } from 'next'
import { DiagnosisFields } from '@/components/diagnoses/diagnosis-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getDiagnosis } from '@/lib/diagnoses/get-diagnosis'
import { routes } from '@/lib/platform/routes'
import { changeDiagnosisAction } from './actions'

export const metadata: Metadata = { title: 'Change a diagnosis' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string }> }

export default async function ChangeDiagnosisPage({ params }: Props) {
  const { patientId, diagnosisId } = await params
  const view = await pageRead((actor) => getDiagnosis(actor, patientId, diagnosisId, 'update'))
  const { diagnosis, primaries } = view
  return (
    <Main before={<BackLink href={routes.diagnosis(patientId, diagnosisId)} />}>
      <ActionForm action={changeDiagnosisAction}>
        <h1>Change this diagnosis</h1>
        {diagnosis.voided ? (
          <VoidedNotice voided={diagnosis.voided} />
        ) : (
          <>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="diagnosisId" value={diagnosisId} />
            <HiddenInput name="version" value={String(diagnosis.version)} />
            <DiagnosisFields primaries={primaries} diagnosis={diagnosis} />
            <Button>Save diagnosis</Button>
          </>
        )}
      </ActionForm>
    </Main>
  )
}
