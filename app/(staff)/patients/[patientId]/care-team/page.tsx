import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Select } from '@/components/nhs/select'
import { SubmissionId } from '@/components/nhs/submission-id'
import { CareTeamTable } from '@/components/patients/care-team-table'
import { pageRead } from '@/lib/accounts/page-read'
import { getCareTeam } from '@/lib/care-teams/care-team'
import { routes } from '@/lib/platform/routes'
import { beginCareAction } from './actions'

export const metadata: Metadata = { title: 'Teams that have the person in care' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function CareTeamPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { done } = await searchParams
  const { teams, toReferTo, mayChange, declined } = await pageRead((actor) => getCareTeam(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      {done ? <NotificationBanner variant="success">The person has been referred</NotificationBanner> : null}
      <ActionForm action={beginCareAction}>
        <h1>Teams that have the person in care</h1>
        {declined.map(({ id, team, reason }) => (
          <InsetText key={id}>
            <p>
              {team} declined the referral{reason ? `: ${reason}` : null}. Refer to another team, or close the
              task on the worklist with the reason.
            </p>
          </InsetText>
        ))}
        <CareTeamTable patientId={patientId} teams={teams} />
        {mayChange && toReferTo.length > 0 ? (
          <>
            <h2>Refer to another team</h2>
            <p>
              The team can open the record from today. Yours keeps the person in care until you end that. The
              team has it on its worklist to say within 7 days whether it takes the person on. Tell it what
              you expect.
            </p>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <Select
              name="teamId"
              label="Team"
              options={[
                { value: '', label: 'Select a team' },
                ...toReferTo.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Button>Refer</Button>
          </>
        ) : null}
      </ActionForm>
    </Main>
  )
}
