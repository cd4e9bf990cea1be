import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { SummaryList } from '@/components/nhs/summary-list'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getDiagnosis } from '@/lib/diagnoses/get-diagnosis'
import { diagnosisName, treatmentName } from '@/lib/diagnoses/labels'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Diagnosis' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string }> }

export default async function DiagnosisPage({ params }: Props) {
  const { patientId, diagnosisId } = await params
  const view = await pageRead((actor) => getDiagnosis(actor, patientId, diagnosisId))
  const { diagnosis, treatments } = view
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <h1>{diagnosisName(diagnosis)}</h1>
      {diagnosis.voided ? <VoidedNotice voided={diagnosis.voided} /> : null}
      <SummaryList
        rows={[
          { label: 'ICD-10 code', value: diagnosis.icd10Code },
          { label: 'Side', value: LATERALITIES.label(diagnosis.laterality) },
          { label: 'Date of diagnosis', value: formatDateForStaff(diagnosis.diagnosedOn) },
          { label: 'Stage', value: diagnosis.stageInWords ?? 'Not recorded' },
          {
            label: 'Recorded',
            value: `${formatDateForStaff(diagnosis.recordedOn)} by ${diagnosis.recordedBy}`,
          },
        ]}
      />
      <h2>Treatments</h2>
      {treatments.length > 0 ? (
        <ul>
          {treatments.map((treatment) => (
            <li key={treatment.id}>
              <a href={routes.treatment(patientId, treatment.id)}>{treatmentName(treatment)}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>No treatment of this diagnosis is recorded.</p>
      )}
      {view.mayRecordTreatment ? (
        <p>
          <a href={routes.newTreatment(patientId)}>Record a treatment</a>
        </p>
      ) : null}
      {view.mayVoid ? (
        <p>
          <a href={routes.voidDiagnosis(patientId, diagnosisId)}>Mark this diagnosis as recorded in error</a>
        </p>
      ) : null}
    </Main>
  )
}
