import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { ASSESSED_PERFORMANCE_STATUSES } from '@/lib/diagnoses/labels'
import { PERFORMANCE_STATUSES } from '@/lib/nhs/code-lists/performance-status'

/** How well somebody was on a day. */
export function PerformanceStatusFields({ patientId }: { patientId: string }) {
  return (
    <>
      <h2>Record a performance status</h2>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <Radios
        name="grade"
        label="How well is the person? (WHO, ECOG)"
        items={ASSESSED_PERFORMANCE_STATUSES.map((grade) => ({
          value: grade,
          label: PERFORMANCE_STATUSES.label(grade),
        }))}
      />
      <DateInput name="assessedOn" label="When was it assessed?" hint="For example, 15 3 2026" />
      <Button>Record performance status</Button>
    </>
  )
}
