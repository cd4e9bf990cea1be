import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { ReviewHistory } from '@/lib/cancer-care-reviews/review-history'
import { WINDOW_LABELS } from '@/lib/cancer-care-reviews/labels'
import { windowWords } from '@/lib/cancer-care-reviews/window-words'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { SummaryList } from '@/components/nhs/summary-list'

/** After which diagnosis, and where both reviews stand. */
export function ReviewStandings({ history: { diagnosis, windows, today } }: { history: ReviewHistory }) {
  return (
    <SummaryList
      rows={[
        {
          label: 'Diagnosis',
          value: `${diagnosisName(diagnosis)}, ${formatDateForStaff(diagnosis.diagnosedOn)}`,
        },
        ...windows.map(({ window, standing }) => ({
          label: WINDOW_LABELS[window],
          value: windowWords(standing, today),
        })),
      ]}
    />
  )
}

type Place = { patientId: string; diagnosisId: string; returnTo: string }

/** What every form about a review carries. */
export function ReviewPlace({ patientId, diagnosisId, returnTo }: Place) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="diagnosisId" value={diagnosisId} />
      <HiddenInput name="returnTo" value={returnTo} />
    </>
  )
}
