import type { Metadata } from 'next'
import { StaffParticulars } from '@/components/accounts/staff-particulars'
import { TeamAndRole } from '@/components/accounts/team-and-role'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextInput } from '@/components/nhs/text-input'
import { INVITATION_DAYS } from '@/lib/accounts/invite-staff'
import { pageRead } from '@/lib/accounts/page-read'
import { listAdministeredTeams } from '@/lib/care-teams/queries'
import { routes } from '@/lib/platform/routes'
import { inviteStaffAction } from './actions'

export const metadata: Metadata = { title: 'Invite somebody' }

export default async function InvitePage() {
  const teams = await pageRead(listAdministeredTeams)
  return (
    <Main before={<BackLink href={routes.staffList()}>Back to staff</BackLink>}>
      <ActionForm action={inviteStaffAction}>
        <h1>Invite somebody</h1>
        <p>
          They get an account and a first team. On the next page you are shown a link, once, to hand to them:
          it is good for {INVITATION_DAYS} days. No email is sent.
        </p>
        <SubmissionId />
        <TextInput
          name="email"
          label="Email address at work"
          type="email"
          hint="They log in with it. It cannot be changed later."
          autoComplete="off"
          width={30}
        />
        <StaffParticulars />
        <TeamAndRole teams={teams} />
        <Button>Invite</Button>
      </ActionForm>
    </Main>
  )
}
