import type { Metadata } from 'next'
import { DiagnosisCourse } from '@/components/diagnoses/diagnosis-course'
import { DiagnosisFacts } from '@/components/diagnoses/diagnosis-facts'
import { RowHistory } from '@/components/diagnoses/row-history'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getDiagnosis } from '@/lib/diagnoses/get-diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Diagnosis' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string }> }

export default async function DiagnosisPage({ params }: Props) {
  const { patientId, diagnosisId } = await params
  const view = await pageRead((actor) => getDiagnosis(actor, patientId, diagnosisId))
  const { diagnosis, primary, later, phases, treatments } = view
  const links: [allowed: boolean, href: string, words: string][] = [
    [view.mayRecordTreatment, routes.newTreatment(patientId), 'Record a treatment'],
    [view.mayRecordTreatment, routes.newTreatmentPhase(patientId), 'Begin a phase of treatment'],
    [view.mayVoid, routes.voidDiagnosis(patientId, diagnosisId), 'Mark this diagnosis as recorded in error'],
  ]
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <h1>{diagnosisName(diagnosis)}</h1>
      {diagnosis.voided ? <VoidedNotice voided={diagnosis.voided} /> : null}
      <DiagnosisFacts patientId={patientId} diagnosis={diagnosis} primary={primary} />
      {view.mayChange ? (
        <p>
          <a href={routes.changeDiagnosis(patientId, diagnosisId)}>Change this diagnosis</a>
        </p>
      ) : null}
      <DiagnosisCourse patientId={patientId} later={later} phases={phases} treatments={treatments} />
      {links.map(([allowed, href, words]) =>
        allowed ? (
          <p key={href}>
            <a href={href}>{words}</a>
          </p>
        ) : null,
      )}
      <RowHistory history={view.history} />
    </Main>
  )
}
