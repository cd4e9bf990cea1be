import type { PublishedRow } from '@/lib/follow-up/list-published-protocols'
import { peopleInWords } from '@/lib/follow-up/rehearsal-words'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

/** What may be chosen, and where somebody is still on another version. */
export function PublishedProtocolRows({ rows }: { rows: readonly PublishedRow[] }) {
  return (
    <table className="app-list">
      <caption>{rows.length === 1 ? '1 protocol' : `${rows.length} protocols`}</caption>
      <thead>
        <tr>
          <th scope="col">Protocol</th>
          <th scope="col">Version</th>
          <th scope="col">Approved by</th>
          <th scope="col">On another version</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.organisationId} ${row.code}`}>
            <th scope="row">
              <a href={routes.rehearsal(row.organisationId, row.code)}>{row.title}</a>
            </th>
            <td data-label="Version">{row.version}</td>
            <td data-label="Approved by">
              {row.approvedBy}
              {row.approvedOn ? `, ${formatDateForStaff(row.approvedOn)}` : null}
            </td>
            <td data-label="On another version">
              <OnOther row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OnOther({ row: { organisationId, code, title, onOtherVersion } }: { row: PublishedRow }) {
  if (!onOtherVersion) return onOtherVersion === 0 ? 'Nobody' : null
  return (
    <a href={routes.rehearsal(organisationId, code)}>
      {peopleInWords(onOtherVersion)}: see what would change
      <span className="app-hidden">, {title}</span>
    </a>
  )
}
