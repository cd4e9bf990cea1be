import { SummaryList } from '@/components/nhs/summary-list'
import type { Diagnosis, Treatment, TreatmentPhase } from '@/lib/diagnoses/diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TREATMENT_OUTCOMES } from '@/lib/nhs/code-lists/treatment-outcome'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = {
  patientId: string
  treatment: Treatment
  diagnosis: Diagnosis | null
  phases: readonly TreatmentPhase[]
}

/** A treatment, for those who may read and not change it. */
export function TreatmentFacts({ patientId, treatment, diagnosis, phases }: Props) {
  const phase = phases.find(({ id }) => id === treatment.phaseId)
  return (
    <SummaryList
      rows={[
        { label: 'Treatment', value: TREATMENT_MODALITIES.label(treatment.modality) },
        { label: 'Intent', value: TREATMENT_INTENTS.label(treatment.intent) },
        {
          label: 'Of',
          value: diagnosis ? (
            <a href={routes.diagnosis(patientId, diagnosis.id)}>{diagnosisName(diagnosis)}</a>
          ) : (
            'Not recorded'
          ),
        },
        {
          label: 'Phase',
          value: phase ? <a href={routes.treatmentPhase(patientId, phase.id)}>{phase.name}</a> : 'In none',
        },
        { label: 'Start', value: formatDateForStaff(treatment.startedOn) },
        { label: 'End', value: treatment.endedOn ? formatDateForStaff(treatment.endedOn) : 'It goes on' },
        { label: 'How it ended', value: TREATMENT_OUTCOMES.label(treatment.outcome) },
        { label: 'Who gave it', value: treatment.givenBy ?? 'Not recorded' },
        {
          label: 'Note',
          value: <span className="app-preserve-lines">{treatment.note ?? 'Not recorded'}</span>,
        },
        {
          label: 'Recorded',
          value: `${formatDateForStaff(treatment.recordedOn)} by ${treatment.recordedBy}`,
        },
      ]}
    />
  )
}
