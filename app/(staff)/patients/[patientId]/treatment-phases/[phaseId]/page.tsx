import type { Metadata } from 'next'
import { Links, treatmentLinks } from '@/components/diagnoses/diagnosis-course'
import { EndOfPhaseFields } from '@/components/diagnoses/end-of-phase-fields'
import { RowHistory } from '@/components/diagnoses/row-history'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { SummaryList } from '@/components/nhs/summary-list'
import { pageRead } from '@/lib/accounts/page-read'
import { getTreatmentPhase } from '@/lib/diagnoses/get-treatment-phase'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { endTreatmentPhaseAction } from './actions'

export const metadata: Metadata = { title: 'Phase of treatment' }

type Props = { params: Promise<{ patientId: string; phaseId: string }> }

export default async function TreatmentPhasePage({ params }: Props) {
  const { patientId, phaseId } = await params
  const view = await pageRead((actor) => getTreatmentPhase(actor, patientId, phaseId))
  const { phase, diagnosis, treatments } = view
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={endTreatmentPhaseAction}>
        <h1>{phase.name}</h1>
        <SummaryList
          rows={[
            {
              label: 'Of',
              value: <a href={routes.diagnosis(patientId, diagnosis.id)}>{diagnosisName(diagnosis)}</a>,
            },
            { label: 'Start', value: formatDateForStaff(phase.startedOn) },
            { label: 'End', value: phase.endedOn ? formatDateForStaff(phase.endedOn) : 'It goes on' },
            { label: 'Recorded', value: `${formatDateForStaff(phase.recordedOn)} by ${phase.recordedBy}` },
          ]}
        />
        <Links
          heading="Treatments"
          none="No treatment is in this phase yet. Record one, or change one and select this phase."
          links={treatmentLinks(patientId, treatments)}
        />
        {view.mayEnd ? (
          <EndOfPhaseFields patientId={patientId} phase={phase} treatments={treatments} />
        ) : null}
      </ActionForm>
      <RowHistory history={view.history} />
    </Main>
  )
}
