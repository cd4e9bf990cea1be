import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { PracticeField } from '@/components/patients/registration-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { routes } from '@/lib/platform/routes'
import { changePracticeAction } from './actions'

export const metadata: Metadata = { title: 'Registered practice' }

type Props = { params: Promise<{ patientId: string }> }

export default async function RegisteredPracticePage({ params }: Props) {
  const { patientId } = await params
  const { practices, current, version } = await pageRead((actor) => getPracticeChoice(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={changePracticeAction}>
        <h1>Registered practice</h1>
        <p>{current ? `${current.name} (${current.code}) is recorded now.` : 'No practice is recorded.'}</p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="version" value={String(version)} />
        <PracticeField practices={practices} value={current?.id} />
        <InsetText>
          <p>
            When the practice changes, the one before can no longer open the record; it keeps the plans that
            were sent to it. What it was asked to do comes back to the team that asked. The new practice gets
            the plan that stands agreed, unless the person said no to that.
          </p>
        </InsetText>
        <Button>Save practice</Button>
      </ActionForm>
    </Main>
  )
}
