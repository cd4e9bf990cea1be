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
    <table className="app-list">
      <caption>Latest imports</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Team</th>
          <th scope="col">Sent</th>
          <th scope="col">Rows</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {imports.map(({ id, fileName, teamName, createdAt, createdBy, counts, state }) => (
          <tr key={id}>
            <th scope="row">
              <a href={routes.patientImport(id)}>{fileName || 'File without a name'}</a>
            </th>
            <td>{teamName}</td>
            <td data-label="Sent">
              {formatInstantForStaff(createdAt)}, {createdBy}
            </td>
            <td data-label="Rows">
              {counts.rows.toLocaleString('en-GB')}, {counts.accepted.toLocaleString('en-GB')} accepted
            </td>
            <td>
              <Tag colour={IMPORT_STATES[state].colour}>{IMPORT_STATES[state].label}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
