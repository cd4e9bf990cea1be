import { Table } from '@/components/nhs/table'
import { Tag, type TagColour } from '@/components/nhs/tag'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { PatientImportSummary } from '@/lib/patients/patient-imports'
import type { PatientImportState } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'

/** The states of an import, in words and colours. */
export const IMPORT_STATES: Readonly<Record<PatientImportState, { label: string; colour: TagColour }>> = {
  reviewing: { label: 'Needs review', colour: 'orange' },
  applied: { label: 'Imported', colour: 'green' },
  discarded: { label: 'Discarded', colour: 'grey' },
}

/** The latest imports of the actor's teams. */
export function ImportsTable({ imports }: { imports: readonly PatientImportSummary[] }) {
  if (imports.length === 0) return <p>No list has been imported for your teams yet.</p>
  return (
    <Table
      caption="Latest imports"
      captionSize="m"
      compact
      firstCellIsHeader
      columns={[
        { label: 'File' },
        { label: 'Team' },
        { label: 'Sent' },
        { label: 'Rows', numeric: true },
        { label: 'Accepted', numeric: true },
        { label: 'State' },
      ]}
      rows={imports.map(({ id, fileName, teamName, createdAt, createdBy, counts, state }) => ({
        key: id,
        cells: [
          <a href={routes.patientImport(id)} key="file">
            {fileName || 'File without a name'}
          </a>,
          teamName,
          `${formatInstantForStaff(createdAt)}, ${createdBy}`,
          counts.rows.toLocaleString('en-GB'),
          counts.accepted.toLocaleString('en-GB'),
          <Tag colour={IMPORT_STATES[state].colour} key="state">
            {IMPORT_STATES[state].label}
          </Tag>,
        ],
      }))}
    />
  )
}
