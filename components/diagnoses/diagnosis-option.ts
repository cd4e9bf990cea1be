import { diagnosedIn, type Diagnosis } from '@/lib/diagnoses/diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'

/** A diagnosis, as a select offers it: `Breast, left (C50.9), Mar 2026`. */
export function diagnosisOption(diagnosis: Diagnosis): { value: string; label: string } {
  return {
    value: diagnosis.id,
    label: `${diagnosisName(diagnosis)}, ${formatPeriodForStaff(diagnosedIn(diagnosis))}`,
  }
}
