import type { PathwayEvent } from '@/components/charts/pathway-events'
import { diagnosedIn } from '@/lib/diagnoses/diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import type { DiagnosisOnRecord, TreatmentOnRecord } from '@/lib/patients/record/record-row'
import type { RecordView } from '@/lib/patients/record/record-view'

type Course = Pick<
  RecordView,
  'banner' | 'diagnoses' | 'treatments' | 'assessments' | 'plans' | 'summaries' | 'planned' | 'followUp'
>

const PLANNED: Record<string, Pick<PathwayEvent, 'kind' | 'label'>> = {
  offer_assessment: { kind: 'needs_assessment', label: 'Assessment to be offered' },
  record_assessment: { kind: 'needs_assessment', label: 'Assessment to be recorded' },
  review_care_plan: { kind: 'review', label: 'Care plan to be reviewed' },
}

/** The events of a record, as the timeline draws them. */
export function pathwayOf({ banner, ...course }: Course): PathwayEvent[] {
  return [
    ...course.diagnoses.map(diagnosisEvent),
    ...course.treatments.map(treatmentEvent),
    ...course.assessments.map(({ completedOn, noConcerns }): PathwayEvent => ({
      on: completedOn,
      kind: 'needs_assessment',
      label: noConcerns ? 'Assessment, no concerns' : 'Assessment of needs',
    })),
    ...course.plans.map(({ number, agreedOn }): PathwayEvent => ({
      on: agreedOn,
      kind: 'care_plan',
      label: `Care plan agreed, version ${number}`,
    })),
    ...course.summaries.map(({ number, signedOn }): PathwayEvent => ({
      on: signedOn,
      kind: 'treatment_summary',
      label: number === 1 ? 'Treatment summary signed' : `Treatment summary, version ${number}`,
    })),
    ...course.planned.flatMap(({ kind, dueOn }): PathwayEvent[] => {
      const planned = PLANNED[kind]
      return planned ? [{ ...planned, on: dueOn, isPlanned: true }] : []
    }),
    ...course.followUp.flatMap(({ next }): PathwayEvent[] =>
      next ? [{ on: next.dueOn, kind: 'follow_up', label: next.name, isPlanned: true }] : [],
    ),
    ...(banner.diedOn ? [{ on: banner.diedOn, kind: 'death' as const, label: 'Died' }] : []),
  ]
}

function diagnosisEvent(diagnosis: DiagnosisOnRecord): PathwayEvent {
  const event: PathwayEvent = {
    on: diagnosis.diagnosedOn,
    kind: diagnosis.kind === 'primary' ? 'diagnosis' : diagnosis.kind,
    label: diagnosisName(diagnosis),
  }
  return diagnosis.diagnosedOnPrecision === 'day'
    ? event
    : { ...event, onInWords: formatPeriodForStaff(diagnosedIn(diagnosis)) }
}

/** A treatment of one day is a point, another a bar. */
function treatmentEvent({ modality, startedOn, endedOn }: TreatmentOnRecord): PathwayEvent {
  const event: PathwayEvent = {
    on: startedOn,
    kind: 'treatment',
    label: TREATMENT_MODALITIES.label(modality),
  }
  return endedOn === startedOn ? event : { ...event, endsOn: endedOn }
}
