import { PathwayTimeline } from '@/components/charts/pathway-timeline'
import { diagnosedIn } from '@/lib/diagnoses/diagnosis'
import { diagnosisName, stageInBrief, treatmentName } from '@/lib/diagnoses/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import type { RecordView } from '@/lib/patients/record/record-view'
import { routes } from '@/lib/platform/routes'
import { pathwayOf } from './pathway-of-record'

type Props = { patientId: string; record: RecordView; today: CalendarDate }

/** Where the person is on their pathway: drawn, and what of it is on the record of diagnoses and treatments. */
export function RecordPathway({ patientId, record, today }: Props) {
  const { diagnoses, treatments, may } = record
  return (
    <>
      <h2 className="text-2xl">Where they are</h2>
      <PathwayTimeline id="pathway" title="Pathway so far" events={pathwayOf(record)} today={today} />
      {diagnoses.length + treatments.length > 0 ? (
        <ul>
          {diagnoses.map((diagnosis) => (
            <li key={diagnosis.id}>
              <a href={routes.diagnosis(patientId, diagnosis.id)}>{diagnosisName(diagnosis)}</a>, diagnosed{' '}
              {[formatPeriodForStaff(diagnosedIn(diagnosis)), stageInBrief(diagnosis)]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
          {treatments.map((treatment) => (
            <li key={treatment.id}>
              <a href={routes.treatment(patientId, treatment.id)}>{treatmentName(treatment)}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>No diagnosis or treatment is recorded.</p>
      )}
      {may.recordDiagnosis || may.recordTreatment ? (
        <p>
          {may.recordDiagnosis ? <a href={routes.newDiagnosis(patientId)}>Record a diagnosis</a> : null}
          {may.recordDiagnosis && may.recordTreatment ? ' or ' : null}
          {may.recordTreatment ? <a href={routes.newTreatment(patientId)}>record a treatment</a> : null}
        </p>
      ) : null}
    </>
  )
}
