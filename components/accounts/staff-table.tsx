import { Tag } from '@/components/nhs/tag'
import type { StaffRow } from '@/lib/accounts/staff-list'
import { staffStateLabels } from '@/lib/accounts/staff-state'
import { organisationRoleLabels, teamRoleLabels } from '@/lib/care-teams/labels'
import { routes } from '@/lib/platform/routes'

/** A page of staff: who, where they work and as what, and whether they can log in. */
export function StaffTable({ rows, caption }: { rows: readonly StaffRow[]; caption: string }) {
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Teams and roles</th>
          <th scope="col">Account</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={routes.staffMember(row.id)}>{row.name}</a>
              <small>{row.email}</small>
            </th>
            <td data-label="Teams and roles">
              {holdings(row).map((words) => (
                <div key={words}>{words}</div>
              ))}
            </td>
            <td data-label="Account">
              {row.state === 'active' ? (
                staffStateLabels.active
              ) : (
                <Tag colour={row.state === 'disabled' ? 'grey' : 'blue'}>{staffStateLabels[row.state]}</Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function holdings({ teams, roles }: StaffRow): string[] {
  const words = [
    ...teams.map(({ name, role }) => `${teamRoleLabels[role]}, ${name}`),
    ...roles.map(({ role, isWaiting }) =>
      isWaiting ? `${organisationRoleLabels[role]}, to be confirmed` : organisationRoleLabels[role],
    ),
  ]
  return words.length > 0 ? words : ['None now']
}
