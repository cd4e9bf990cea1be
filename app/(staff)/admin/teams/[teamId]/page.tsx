import type { Metadata } from 'next'
import { TeamStandards } from '@/components/accounts/team-standards'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { SummaryList } from '@/components/nhs/summary-list'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { teamKindLabels, teamRoleLabels } from '@/lib/care-teams/labels'
import { getAdministeredTeam, type TeamView } from '@/lib/care-teams/queries'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { changeStandardsAction } from './actions'

export const metadata: Metadata = { title: 'Team' }

type Props = { params: Promise<{ teamId: string }>; searchParams: Promise<{ done?: string | string[] }> }

export default async function TeamPage({ params, searchParams }: Props) {
  const { teamId } = await params
  const { done } = await searchParams
  const team = await pageRead((actor) => getAdministeredTeam(actor, teamId))
  return (
    <Main before={<BackLink href={routes.teamList()}>Back to teams</BackLink>}>
      {done ? <NotificationBanner variant="success">Saved</NotificationBanner> : null}
      <ActionForm action={changeStandardsAction}>
        <h1>{team.name}</h1>
        <SummaryList
          rows={[
            { label: 'Code', value: team.code },
            { label: 'Kind', value: teamKindLabels[team.kind] },
            { label: 'Organisation', value: team.organisationName },
            { label: 'Last changed', value: lastChange(team) },
          ]}
        />
        <SubmissionId />
        <HiddenInput name="teamId" value={team.id} />
        <HiddenInput name="version" value={String(team.version)} />
        <TeamStandards team={team} />
        <TextInput
          name="telephone"
          label="Telephone"
          hint="Shown to patients and practices as whom to call"
          type="tel"
          autoComplete="off"
          width={20}
          value={team.telephone}
        />
        <Button>Save</Button>
      </ActionForm>
      <Members team={team} />
    </Main>
  )
}

function lastChange({ updatedAt, updatedBy }: TeamView): string {
  return updatedBy ? `${formatInstantForStaff(updatedAt)} by ${updatedBy}` : 'Not yet'
}

function Members({ team: { members } }: { team: TeamView }) {
  return (
    <section aria-labelledby="members-heading">
      <h2 id="members-heading">People</h2>
      {members.length === 0 ? <p>Nobody works in this team yet.</p> : null}
      <ul>
        {members.map((member) => (
          <li key={`${member.staffId} ${member.role}`}>
            <a href={routes.staffMember(member.staffId)}>{member.name}</a>, {teamRoleLabels[member.role]}
            {member.isDisabled ? ', account disabled' : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
