import type { Metadata } from 'next'
import { FirstPlace } from '@/components/accounts/first-place'
import { StaffParticulars } from '@/components/accounts/staff-particulars'
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
  const { teams, organisations } = await pageRead(async (actor) => ({
    teams: await listAdministeredTeams(actor),
    organisations: actor.organisationRoles.filter(({ role }) => role === 'admin'),
  }))
  return (
    <Main before={<BackLink href={routes.staffList()}>Back to staff</BackLink>}>
      <ActionForm action={inviteStaffAction}>
        <h1>Invite somebody</h1>
        <p>
          They get an account with a first team or a role in the organisation. On the next page you are shown
          a link, once, to hand to them: it is good for {INVITATION_DAYS} days. No email is sent.
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
        <FirstPlace teams={teams} organisations={organisations} />
        <Button>Invite</Button>
      </ActionForm>
    </Main>
  )
}
