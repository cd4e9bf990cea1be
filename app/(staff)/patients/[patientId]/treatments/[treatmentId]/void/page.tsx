import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { VoidFields } from '@/components/patients/void-fields'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getTreatment } from '@/lib/diagnoses/get-treatment'
import { treatmentName } from '@/lib/diagnoses/labels'
import { routes } from '@/lib/platform/routes'
import { voidTreatmentAction } from './actions'

export const metadata: Metadata = { title: 'Mark a treatment as recorded in error' }

type Props = { params: Promise<{ patientId: string; treatmentId: string }> }

export default async function VoidTreatmentPage({ params }: Props) {
  const { patientId, treatmentId } = await params
  const { treatment } = await pageRead((actor) => getTreatment(actor, patientId, treatmentId, 'void'))
  return (
    <Main before={<BackLink href={routes.treatment(patientId, treatmentId)} />}>
      <ActionForm action={voidTreatmentAction}>
        <h1>Mark this treatment as recorded in error</h1>
        {treatment.voided ? (
          <VoidedNotice voided={treatment.voided} />
        ) : (
          <>
            <HiddenInput name="treatmentId" value={treatmentId} />
            <VoidFields what={treatmentName(treatment)} patientId={patientId} version={treatment.version} />
          </>
        )}
      </ActionForm>
    </Main>
  )
}
