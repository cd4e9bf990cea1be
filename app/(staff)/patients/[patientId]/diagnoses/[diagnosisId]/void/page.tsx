import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { VoidFields } from '@/components/patients/void-fields'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getDiagnosis } from '@/lib/diagnoses/get-diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { routes } from '@/lib/platform/routes'
import { voidDiagnosisAction } from './actions'

export const metadata: Metadata = { title: 'Mark a diagnosis as recorded in error' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string }> }

export default async function VoidDiagnosisPage({ params }: Props) {
  const { patientId, diagnosisId } = await params
  const { diagnosis } = await pageRead((actor) => getDiagnosis(actor, patientId, diagnosisId, 'void'))
  return (
    <Main before={<BackLink href={routes.diagnosis(patientId, diagnosisId)} />}>
      <ActionForm action={voidDiagnosisAction}>
        <h1>Mark this diagnosis as recorded in error</h1>
        {diagnosis.voided ? (
          <VoidedNotice voided={diagnosis.voided} />
        ) : (
          <>
            <HiddenInput name="diagnosisId" value={diagnosisId} />
            <VoidFields what={diagnosisName(diagnosis)} patientId={patientId} version={diagnosis.version} />
          </>
        )}
      </ActionForm>
    </Main>
  )
}
