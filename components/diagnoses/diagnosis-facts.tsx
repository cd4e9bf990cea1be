import { SummaryList } from '@/components/nhs/summary-list'
import { diagnosedIn, type Diagnosis } from '@/lib/diagnoses/diagnosis'
import { DIAGNOSIS_KIND_LABELS, diagnosisName, tnmInWords } from '@/lib/diagnoses/labels'
import { stagingSchemeOf } from '@/lib/diagnoses/stage-rules'
import { BASES_OF_DIAGNOSIS } from '@/lib/nhs/code-lists/basis-of-diagnosis'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TUMOUR_GRADES } from '@/lib/nhs/code-lists/tumour-grade'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; diagnosis: Diagnosis; primary: Diagnosis | null }

/** All that is recorded of a diagnosis. */
export function DiagnosisFacts({ patientId, diagnosis, primary }: Props) {
  const kind = DIAGNOSIS_KIND_LABELS[diagnosis.kind]
  return (
    <SummaryList
      rows={[
        { label: 'Kind', value: kind },
        ...(primary
          ? [
              {
                label: 'Of',
                value: <a href={routes.diagnosis(patientId, primary.id)}>{diagnosisName(primary)}</a>,
              },
            ]
          : []),
        { label: 'ICD-10 code', value: diagnosis.icd10Code },
        { label: 'Side', value: LATERALITIES.label(diagnosis.laterality) },
        { label: 'Date of diagnosis', value: formatPeriodForStaff(diagnosedIn(diagnosis)) },
        { label: 'Stage', value: diagnosis.stageInWords ?? 'Not recorded' },
        {
          label: stagingSchemeOf(diagnosis.icd10Code)?.stageName ?? 'Stage group',
          value: diagnosis.stageGroup ?? 'Not recorded',
        },
        { label: 'TNM', value: tnmInWords(diagnosis) ?? 'Not recorded' },
        { label: 'Grade', value: TUMOUR_GRADES.label(diagnosis.grade) },
        { label: 'Basis of diagnosis', value: BASES_OF_DIAGNOSIS.label(diagnosis.basisOfDiagnosis) },
        {
          label: 'Recorded',
          value: `${formatDateForStaff(diagnosis.recordedOn)} by ${diagnosis.recordedBy}`,
        },
      ]}
    />
  )
}
