import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { RowHistory } from '@/components/diagnoses/row-history'
import { TreatmentFacts } from '@/components/diagnoses/treatment-facts'
import { TreatmentFields } from '@/components/diagnoses/treatment-fields'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getTreatment } from '@/lib/diagnoses/get-treatment'
import { treatmentName } from '@/lib/diagnoses/labels'
import { routes } from '@/lib/platform/routes'
import { changeTreatmentAction } from './actions'

export const metadata: Metadata = { title: 'Treatment' }

type Props = { params: Promise<{ patientId: string; treatmentId: string }> }

export default async function TreatmentPage({ params }: Props) {
  const { patientId, treatmentId } = await params
  const view = await pageRead((actor) => getTreatment(actor, patientId, treatmentId))
  const { treatment } = view
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      {view.mayChange ? (
        <ActionForm action={changeTreatmentAction}>
          <h1>{treatmentName(treatment)}</h1>
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="treatmentId" value={treatmentId} />
          <HiddenInput name="version" value={String(treatment.version)} />
          <TreatmentFields diagnoses={view.diagnoses} phases={view.phases} treatment={treatment} />
          <Button>Save treatment</Button>
        </ActionForm>
      ) : (
        <>
          <h1>{treatmentName(treatment)}</h1>
          {treatment.voided ? <VoidedNotice voided={treatment.voided} /> : null}
          <TreatmentFacts
            patientId={patientId}
            treatment={treatment}
            diagnosis={view.diagnosis}
            phases={view.phases}
          />
        </>
      )}
      <RowHistory history={view.history} />
      {view.mayVoid ? (
        <p>
          <a href={routes.voidTreatment(patientId, treatmentId)}>Mark this treatment as recorded in error</a>
        </p>
      ) : null}
    </Main>
  )
}
