import { organisationRoleLabels } from '@/lib/care-teams/labels'
import type { WaitingRole } from '@/lib/care-teams/roles-to-confirm'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

/** Roles that wait for a second administrator. */
export function WaitingRolesTable({ roles }: { roles: readonly WaitingRole[] }) {
  return (
    <table className="app-list">
      <caption>Roles that wait, oldest first</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Role</th>
          <th scope="col">Given</th>
          <th scope="col">Waits for</th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <tr key={role.roleId}>
            <th scope="row">
              <a href={routes.staffMember(role.staffId)}>
                {role.isForActor ? `Look at ${role.name} and confirm` : role.name}
              </a>
            </th>
            <td data-label="Role">
              {organisationRoleLabels[role.role]}
              <small>{role.organisationName}</small>
            </td>
            <td data-label="Given">
              {formatDateForStaff(role.givenOn)} by {role.givenBy}
            </td>
            <td data-label="Waits for">
              {role.isForActor ? 'You, or another administrator' : 'Another administrator'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
