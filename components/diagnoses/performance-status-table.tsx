import { Table } from '@/components/nhs/table'
import type { PerformanceStatus } from '@/lib/diagnoses/diagnosis'
import { PERFORMANCE_STATUSES } from '@/lib/nhs/code-lists/performance-status'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; statuses: readonly PerformanceStatus[]; mayVoid: boolean }

const COLUMNS = [{ label: 'On' }, { label: 'How well' }, { label: 'Recorded' }]

/** How well the person was, the latest first. */
export function PerformanceStatusTable({ patientId, statuses, mayVoid }: Props) {
  if (statuses.length === 0) return <p>No performance status is recorded.</p>
  return (
    <Table
      caption="Over time"
      captionSize="m"
      columns={COLUMNS}
      rows={statuses.map((status) => ({
        key: status.id,
        cells: [
          formatDateForStaff(status.assessedOn),
          <HowWell key="how" status={status} />,
          <Recorded key="by" patientId={patientId} status={status} mayVoid={mayVoid} />,
        ],
      }))}
    />
  )
}

function HowWell({ status: { grade, voided } }: { status: PerformanceStatus }) {
  const words = PERFORMANCE_STATUSES.label(grade)
  if (!voided) return words
  return (
    <>
      <s>{words}</s> Recorded in error: {voided.reason} ({voided.by}, {formatDateForStaff(voided.on)})
    </>
  )
}

type RecordedProps = { patientId: string; status: PerformanceStatus; mayVoid: boolean }

function Recorded({ patientId, status, mayVoid }: RecordedProps) {
  const { id, assessedOn, recordedOn, recordedBy, voided } = status
  return (
    <>
      {formatDateForStaff(recordedOn)} by {recordedBy}
      {mayVoid && !voided ? (
        <>
          <br />
          <a href={routes.voidPerformanceStatus(patientId, id)}>
            Recorded in error?
            <span className="nhsuk-u-visually-hidden"> That of {formatDateForStaff(assessedOn)}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
