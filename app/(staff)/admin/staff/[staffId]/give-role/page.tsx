import type { Metadata } from 'next'
import { OrganisationAndRole } from '@/components/accounts/organisation-and-role'
import { OwnAccount } from '@/components/accounts/own-account'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { giveRoleAction } from './actions'

export const metadata: Metadata = { title: 'Give a role' }

type Props = { params: Promise<{ staffId: string }> }

export default async function GiveRolePage({ params }: Props) {
  const { staffId } = await params
  const { staff, organisations } = await pageRead(async (actor) => ({
    staff: await getStaffMember(actor, staffId),
    organisations: actor.organisationRoles.filter(({ role }) => role === 'admin'),
  }))
  if (staff.isActor) return <OwnAccount staffId={staff.id} />
  return (
    <Main
      before={<BackLink href={routes.staffMember(staff.id)}>{`Back to ${formatNamePlain(staff)}`}</BackLink>}
    >
      <ActionForm action={giveRoleAction}>
        <h1>Give {formatNamePlain(staff)} a role</h1>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <OrganisationAndRole name="role" organisations={organisations} />
        <Button>Give the role</Button>
      </ActionForm>
    </Main>
  )
}
