import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { ReferralFields } from '@/components/patients/referral-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { findReferral } from '@/lib/care-teams/referral'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { answerReferralAction } from './actions'

export const metadata: Metadata = { title: 'Answer a referral' }

type Props = { params: Promise<{ patientId: string }> }

export default async function ReferralPage({ params }: Props) {
  const { patientId } = await params
  const referral = await pageRead((actor) => findReferral(actor, patientId))
  const back = <BackLink href={routes.patient(patientId)}>Back to the record</BackLink>
  if (!referral) {
    return (
      <Main before={back}>
        <h1>Answer a referral</h1>
        <p>No referral of this person waits for an answer from your teams.</p>
      </Main>
    )
  }
  return (
    <Main before={back}>
      <ActionForm action={answerReferralAction}>
        <h1>Answer the referral to {referral.team.name}</h1>
        <p>
          {referral.from ? `Referred by ${referral.from}. ` : null}Answer by{' '}
          {formatDateForStaff(referral.dueOn)}. <a href={routes.patient(patientId)}>Read the record</a> first.
        </p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="teamId" value={referral.team.id} />
        <ReferralFields referral={referral} />
        <Button>Send answer</Button>
      </ActionForm>
    </Main>
  )
}
