import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { WaitingRolesTable } from '@/components/accounts/waiting-roles-table'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'

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
      {roles.length === 0 ? <p>No role waits to be confirmed.</p> : <WaitingRolesTable roles={roles} />}
    </Main>
  )
}
