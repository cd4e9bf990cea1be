import { SummaryList } from '@/components/nhs/summary-list'
import { Tag } from '@/components/nhs/tag'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { PatientImportReview } from '@/lib/patients/patient-imports'
import { IMPORT_STATES } from './imports-table'

/** What is in a file and, once it is imported, what came of it. */
export function ImportCounts({ review }: { review: PatientImportReview }) {
  const { counts, state, newcomers } = review
  const number = (count: number) => count.toLocaleString('en-GB')
  const written =
    state === 'applied'
      ? [
          { label: 'New patients', value: number(counts.created) },
          { label: 'Patients updated', value: number(counts.updated) },
          { label: 'Patients unchanged', value: number(counts.unchanged) },
        ]
      : []
  const standing =
    newcomers === null
      ? []
      : [
          { label: 'Accepted: new patients', value: number(newcomers) },
          { label: 'Accepted: patients who have a record', value: number(counts.accepted - newcomers) },
        ]
  return (
    <SummaryList
      rows={[
        { label: 'File', value: review.fileName || 'File without a name' },
        { label: 'Team', value: review.teamName },
        { label: 'Sent', value: `${formatInstantForStaff(review.createdAt)}, ${review.createdBy}` },
        {
          label: 'State',
          value: <Tag colour={IMPORT_STATES[state].colour}>{IMPORT_STATES[state].label}</Tag>,
        },
        { label: 'Rows', value: number(counts.rows) },
        { label: 'Accepted', value: number(counts.accepted) },
        ...standing,
        { label: 'Rejected', value: number(counts.rejected) },
        { label: 'Repeats of an earlier row', value: number(counts.duplicates) },
        ...written,
      ]}
    />
  )
}
