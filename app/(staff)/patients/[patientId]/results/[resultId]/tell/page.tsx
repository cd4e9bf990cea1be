import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { howToldHint, howToldItems } from '@/components/results/how-told'
import { WhatToTell } from '@/components/results/what-to-tell'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { findTelling } from '@/lib/results/get-telling'
import { tellResultAction } from './actions'

export const metadata: Metadata = { title: 'Tell the person a result' }

type Props = {
  params: Promise<{ patientId: string; resultId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function TellResultPage({ params, searchParams }: Props) {
  const { patientId, resultId } = await params
  const list = listBehind((await searchParams).returnTo)
  const page = await pageRead((actor) => findTelling(actor, { patientId, resultId }))
  if (!page) redirect(onTheWay(routes.surveillanceTest(patientId, resultId), list))
  const top = (
    <>
      <h1>Tell the person: {page.result.name}</h1>
      <WhatToTell page={page} />
    </>
  )
  return (
    <Main
      before={
        <BackLink href={list || routes.result(patientId, resultId)}>
          {list ? 'Back to the list' : 'Result'}
        </BackLink>
      }
    >
      {page.result.awaitsTelling ? (
        <ActionForm action={tellResultAction}>
          {top}
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="resultId" value={resultId} />
          <HiddenInput name="returnTo" value={list} />
          <Radios
            name="toldBy"
            label="How was the person told?"
            hint={howToldHint(page.waysToTell)}
            items={howToldItems(page.waysToTell)}
          />
          <DateInput name="on" label="When?" value={today()} />
          <TextArea name="note" label="Note (optional)" rows={2} />
          <Button>Save</Button>
        </ActionForm>
      ) : (
        <>
          {top}
          <InsetText>Nobody has to be told this now.</InsetText>
        </>
      )}
    </Main>
  )
}
