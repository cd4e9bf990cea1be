import type { Metadata } from 'next'
import { ActionFields } from '@/components/care-plans/action-fields'
import { ConcernReminder } from '@/components/care-plans/concern-reminder'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getPlanItem } from '@/lib/care-plans/action-queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { addActionAction } from './actions'

export const metadata: Metadata = { title: 'Add an action' }

type Props = {
  params: Promise<{ patientId: string; itemId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function NewActionPage({ params, searchParams }: Props) {
  const { patientId, itemId } = await params
  const list = listBehind((await searchParams).returnTo)
  const { plan, item, choices } = await pageRead((actor) => getPlanItem(actor, { patientId, itemId }))
  const back = onTheWay(routes.carePlan(patientId), list, { plan: plan.id })
  return (
    <Main before={<BackLink href={back}>Back to the plan</BackLink>}>
      <ActionForm action={addActionAction}>
        <h1>Add an action</h1>
        <ConcernReminder concern={item.concern} />
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="itemId" value={item.id} />
        <HiddenInput name="returnTo" value={list} />
        <ActionFields plan={plan} choices={choices} />
        <Button>Add action</Button>
      </ActionForm>
    </Main>
  )
}
