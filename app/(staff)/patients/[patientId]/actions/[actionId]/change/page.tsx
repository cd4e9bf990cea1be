import type { Metadata } from 'next'
import { ActionFields } from '@/components/care-plans/action-fields'
import { ActionIdFields } from '@/components/care-plans/action-id-fields'
import { ConcernReminder } from '@/components/care-plans/concern-reminder'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getAction } from '@/lib/care-plans/action-queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { changeActionAction, removeActionAction } from './actions'

export const metadata: Metadata = { title: 'Change an action' }

type Props = {
  params: Promise<{ patientId: string; actionId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function ChangeActionPage({ params, searchParams }: Props) {
  const { patientId, actionId } = await params
  const list = listBehind((await searchParams).returnTo)
  const { plan, item, action, choices } = await pageRead((actor) => getAction(actor, { patientId, actionId }))
  const ids = <ActionIdFields patientId={patientId} action={action} list={list} />
  return (
    <Main before={<BackLink href={onTheWay(routes.action(patientId, actionId), list)} />}>
      <ActionForm action={changeActionAction}>
        <h1>Change an action</h1>
        <ConcernReminder concern={item.concern} />
        {plan.versions.length > 0 ? (
          <p>A change counts at once. It is put to the person with the next version of the plan.</p>
        ) : null}
        {ids}
        <ActionFields plan={plan} choices={choices} action={action} />
        <Button>Save action</Button>
      </ActionForm>
      <Details summary="Take this action out of the plan">
        <ActionForm action={removeActionAction}>
          <p>Nothing is owed for it any more. Versions that were agreed with it keep it.</p>
          {ids}
          <Button variant="warning">Take the action out</Button>
        </ActionForm>
      </Details>
    </Main>
  )
}
