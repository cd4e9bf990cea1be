import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { LiveSummary } from '@/lib/treatment-summaries/treatment-summary'

/** What every form about a summary posts: which one, as it was shown. */
export function SummaryFormFields({ summary }: { summary: LiveSummary }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={summary.patientId} />
      <HiddenInput name="summaryId" value={summary.id} />
      <HiddenInput name="version" value={String(summary.version)} />
    </>
  )
}
