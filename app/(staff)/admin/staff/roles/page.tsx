import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { Main } from '@/components/nhs/main'
import { Table } from '@/components/nhs/table'
import { pageRead } from '@/lib/accounts/page-read'
import { organisationRoleLabels } from '@/lib/care-teams/labels'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Roles to confirm' }

export default async function RolesToConfirmPage() {
  const roles = await pageRead(listRolesToConfirm)
  return (
    <Main>
      <h1>Roles to confirm</h1>
      <AdministrationLinks current="roles" />
      <p>
        An administrator or privacy officer counts only once a second administrator, neither the one who gave
        the role nor the one who gets it, has confirmed it.
      </p>
      {roles.length === 0 ? (
        <p>No role waits to be confirmed.</p>
      ) : (
        <Table
          caption="Roles that wait, oldest first"
          compact
          firstCellIsHeader
          columns={[
            { label: 'Who' },
            { label: 'Role' },
            { label: 'Organisation' },
            { label: 'Given' },
            { label: 'By' },
          ]}
          rows={roles.map((role) => ({
            key: role.roleId,
            cells: [
              <a href={routes.staffMember(role.staffId)} key="who">
                {role.isForActor ? `Look at ${role.name} and confirm` : role.name}
              </a>,
              organisationRoleLabels[role.role],
              role.organisationName,
              formatDateForStaff(role.givenOn),
              role.givenBy,
            ],
          }))}
        />
      )}
    </Main>
  )
}
