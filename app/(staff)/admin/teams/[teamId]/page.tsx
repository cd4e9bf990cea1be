import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { NumberInput } from '@/components/nhs/number-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import { SummaryList } from '@/components/nhs/summary-list'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { teamKindLabels, teamRoleLabels } from '@/lib/care-teams/labels'
import {
  FOLLOW_UP_STANDARD_NAMES,
  FOLLOW_UP_STANDARDS_LIMITS,
} from '@/lib/care-teams/follow-up-standards-limits'
import { getAdministeredTeam, type TeamView } from '@/lib/care-teams/queries'
import { REVIEW_STANDARD_NAMES, REVIEW_STANDARDS_LIMITS } from '@/lib/care-teams/review-standards-limits'
import { STANDARD_NAMES, STANDARDS_LIMITS, unitOf } from '@/lib/care-teams/standards-limits'
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
        <h2>When things are due</h2>
        <p>New tasks get their date by these. Tasks that are open keep theirs.</p>
        <SubmissionId />
        <HiddenInput name="teamId" value={team.id} />
        <HiddenInput name="version" value={String(team.version)} />
        {STANDARD_NAMES.map((name) => (
          <NumberInput
            key={name}
            name={name}
            label={STANDARDS_LIMITS[name].subject}
            hint={`${STANDARDS_LIMITS[name].hint}. Usual: ${STANDARDS_LIMITS[name].usual} ${unitOf(name)}`}
            suffix={unitOf(name)}
            value={String(team[name])}
          />
        ))}
        {team.kind === 'practice' ? <ReviewStandards team={team} /> : <FollowUpStandards team={team} />}
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

function ReviewStandards({ team }: { team: TeamView }) {
  return (
    <>
      <h2>Cancer care reviews</h2>
      <p>A review that is on the list keeps its day until something new is recorded about the person.</p>
      {REVIEW_STANDARD_NAMES.map((name) => {
        const { subject, hint, unit, usual } = REVIEW_STANDARDS_LIMITS[name]
        return (
          <NumberInput
            key={name}
            name={name}
            label={subject}
            hint={`${hint}. Usual: ${usual} ${unit}`}
            suffix={unit}
            value={String(team[name])}
          />
        )
      })}
    </>
  )
}

function FollowUpStandards({ team }: { team: TeamView }) {
  return (
    <>
      <h2>Follow-up after treatment</h2>
      <p>
        Tests and results that are open get their new day overnight. Decisions and people called back keep
        theirs.
      </p>
      {FOLLOW_UP_STANDARD_NAMES.map((name) => {
        const { subject, hint, unit, usual } = FOLLOW_UP_STANDARDS_LIMITS[name]
        return (
          <NumberInput
            key={name}
            name={name}
            label={subject}
            hint={`${hint}. Usual: ${usual} ${unit}`}
            suffix={unit}
            value={String(team[name])}
          />
        )
      })}
    </>
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
