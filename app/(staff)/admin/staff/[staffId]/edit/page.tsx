import type { Metadata } from 'next'
import { StaffParticulars } from '@/components/accounts/staff-particulars'
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
import { changeStaffAction } from './actions'

export const metadata: Metadata = { title: 'Change name or staff role' }

type Props = { params: Promise<{ staffId: string }> }

export default async function EditStaffPage({ params }: Props) {
  const { staffId } = await params
  const staff = await pageRead((actor) => getStaffMember(actor, staffId))
  return (
    <Main
      before={<BackLink href={routes.staffMember(staff.id)}>{`Back to ${formatNamePlain(staff)}`}</BackLink>}
    >
      <ActionForm action={changeStaffAction}>
        <h1>Change name or staff role</h1>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <HiddenInput name="version" value={String(staff.version)} />
        <StaffParticulars
          givenName={staff.givenName}
          familyName={staff.familyName}
          staffRoleCode={staff.staffRoleCode}
        />
        <Button>Save</Button>
      </ActionForm>
    </Main>
  )
}
