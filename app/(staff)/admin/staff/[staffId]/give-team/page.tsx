import type { Metadata } from 'next'
import { OwnAccount } from '@/components/accounts/own-account'
import { TeamAndRole } from '@/components/accounts/team-and-role'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { listAdministeredTeams } from '@/lib/care-teams/queries'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { giveTeamAction } from './actions'

export const metadata: Metadata = { title: 'Give a team' }

type Props = { params: Promise<{ staffId: string }> }

export default async function GiveTeamPage({ params }: Props) {
  const { staffId } = await params
  const { staff, teams } = await pageRead(async (actor) => ({
    staff: await getStaffMember(actor, staffId),
    teams: await listAdministeredTeams(actor),
  }))
  if (staff.isActor) return <OwnAccount staffId={staff.id} />
  const held = new Set(staff.teams.map(({ teamId }) => teamId))
  return (
    <Main
      before={<BackLink href={routes.staffMember(staff.id)}>{`Back to ${formatNamePlain(staff)}`}</BackLink>}
    >
      <ActionForm action={giveTeamAction}>
        <h1>Give {formatNamePlain(staff)} a team</h1>
        <p>From the next page that they open, they see the patients whom the team has in care.</p>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <TeamAndRole teams={teams.filter(({ id }) => !held.has(id))} />
        <Button>Give the team</Button>
      </ActionForm>
    </Main>
  )
}
