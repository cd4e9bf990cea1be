import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { EndOfCare } from '@/components/patients/end-of-care'
import { pageRead } from '@/lib/accounts/page-read'
import { getCareToEnd } from '@/lib/care-teams/end-care'
import { routes } from '@/lib/platform/routes'
import { endCareAction } from './actions'

export const metadata: Metadata = { title: 'End care' }

type Props = { params: Promise<{ patientId: string; teamId: string }> }

export default async function EndCarePage({ params }: Props) {
  const { patientId, teamId } = await params
  const care = await pageRead((actor) => getCareToEnd(actor, patientId, teamId))
  const back = <BackLink href={routes.careTeam(patientId)}>Back to the teams</BackLink>
  if (!care.mayEnd) {
    return (
      <Main before={back}>
        <h1>End care with {care.team.name}</h1>
        <p>
          This is the last hospital or community team that has the person in care. A clinician of the team
          decides that it lets go.
        </p>
      </Main>
    )
  }
  return (
    <Main before={back}>
      <ActionForm action={endCareAction}>
        <h1>End care with {care.team.name}</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="teamId" value={teamId} />
        <EndOfCare patientId={patientId} care={care} />
        <TextArea name="reason" label="Why does the care end?" rows={3} limit={1000} />
        <Button variant="warning">End care</Button>
      </ActionForm>
    </Main>
  )
}
