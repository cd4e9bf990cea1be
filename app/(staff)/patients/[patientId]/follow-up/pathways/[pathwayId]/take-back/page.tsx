import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { SummaryList } from '@/components/nhs/summary-list'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { getPersonalChange } from '@/lib/follow-up/get-personal-change'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { takeBackChangeAction } from './actions'

export const metadata: Metadata = { title: 'Take back a change' }

type Props = {
  params: Promise<{ patientId: string; pathwayId: string }>
  searchParams: Promise<{ change?: string | string[] }>
}

export default async function TakeBackChangePage({ params, searchParams }: Props) {
  const { patientId, pathwayId } = await params
  const { change } = await searchParams
  const page = await pageRead((actor) => getPersonalChange(actor, { patientId, pathwayId }))
  const standing = page.standing.find(({ key }) => key === change)
  if (!standing) notFound()
  const back = routes.followUp(patientId)
  return (
    <Main before={<BackLink href={back}>Back to follow-up</BackLink>}>
      <ActionForm action={takeBackChangeAction}>
        <h1>Take back what was changed for this person?</h1>
        <SummaryList
          rows={[
            { label: 'Changed', value: standing.words },
            { label: 'Since', value: formatDateForStaff(standing.on) },
            { label: 'Because', value: standing.reason },
          ]}
        />
        <p>
          From now on it is as the protocol says: {page.protocol.title}, version {page.protocol.version}. What
          is owed is worked out again, and results are looked at by it.
        </p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="pathwayId" value={pathwayId} />
        <HiddenInput name="version" value={String(page.version)} />
        <HiddenInput name="change" value={standing.key} />
        <TextArea name="reason" label="Why is it taken back?" rows={3} />
        <ButtonGroup>
          <Button variant="warning">Take it back</Button>
          <a href={back}>Do nothing</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}
