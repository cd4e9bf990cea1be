import { Table } from '@/components/nhs/table'
import type { ListedAssessment } from '@/lib/needs-assessments/assessment-list'
import { MODE_LABELS, pathwayPointLabel } from '@/lib/needs-assessments/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; assessments: readonly ListedAssessment[] }

/** The assessments that were filed, the latest first. */
export function AssessmentTable({ patientId, assessments }: Props) {
  return (
    <section>
      <h2>Assessments</h2>
      {assessments.length === 0 ? (
        <p>
          None is recorded yet. When the person accepts one, record it here: with them, or later from paper.
        </p>
      ) : (
        <Table
          caption="Assessments, the latest first"
          captionHidden
          compact
          firstCellIsHeader
          columns={[
            { label: 'Date' },
            { label: 'Concerns' },
            { label: 'Point of the pathway' },
            { label: 'How' },
            { label: 'Team' },
          ]}
          rows={assessments.map(({ id, on, brief, pathwayPoint, mode, teamName, voided }) => ({
            key: id,
            cells: [
              <a href={routes.needsAssessment(patientId, id)} key="date">
                {formatDateForStaff(on)}
              </a>,
              <Brief brief={brief} voided={voided} key="concerns" />,
              pathwayPointLabel(pathwayPoint),
              MODE_LABELS[mode],
              teamName,
            ],
          }))}
        />
      )}
    </section>
  )
}

function Brief({ brief, voided }: Pick<ListedAssessment, 'brief' | 'voided'>) {
  if (!voided) return brief
  return (
    <>
      <s>{brief}</s>
      <small className="block app-preserve-lines">
        Recorded in error, says {voided.by}: {voided.reason}
      </small>
    </>
  )
}
