import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { ClosedByDeath, DeathFields } from '@/components/patients/death'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { getDeath } from '@/lib/patients/get-death'
import { routes } from '@/lib/platform/routes'
import { correctDeathAction, recordDeathAction } from './actions'

export const metadata: Metadata = { title: 'Record a death' }

type Props = { params: Promise<{ patientId: string }> }

export default async function DeathPage({ params }: Props) {
  const { patientId } = await params
  const death = await pageRead((actor) => getDeath(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={recordDeathAction} id="record-death">
        <h1>{death.diedOn ? 'Death' : 'Record a death'}</h1>
        {death.diedOn ? (
          <p>
            It is recorded that {death.name} died on {formatDateForStaff(death.diedOn)}.
          </p>
        ) : null}
        <Hidden patientId={patientId} version={death.version} />
        <DeathFields death={death} />
        <Button variant="warning">{death.diedOn ? 'Save date of death' : 'Record death'}</Button>
      </ActionForm>
      {death.diedOn && death.mayCorrect ? (
        <ActionForm action={correctDeathAction} id="correct-death">
          <h2>The person has not died</h2>
          <p>If the death was recorded by mistake, it is taken back and the mistake stays in the history.</p>
          <ClosedByDeath tasks={death.closedTasks} />
          <Hidden patientId={patientId} version={death.version} />
          <TextArea name="reason" label="How did the mistake come about?" rows={3} limit={1000} />
          <Button variant="secondary">Take the death back</Button>
        </ActionForm>
      ) : null}
    </Main>
  )
}

function Hidden({ patientId, version }: { patientId: string; version: number }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="version" value={String(version)} />
    </>
  )
}
