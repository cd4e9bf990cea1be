import type { Metadata } from 'next'
import { ConcernReminder } from '@/components/care-plans/concern-reminder'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Checkboxes } from '@/components/nhs/checkboxes'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { getPlanItem } from '@/lib/care-plans/action-queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { changePlanItemAction } from './actions'

export const metadata: Metadata = { title: 'What matters and the goal' }

type Props = {
  params: Promise<{ patientId: string; itemId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function PlanItemPage({ params, searchParams }: Props) {
  const { patientId, itemId } = await params
  const list = listBehind((await searchParams).returnTo)
  const { plan, item } = await pageRead((actor) => getPlanItem(actor, { patientId, itemId }))
  const back = onTheWay(routes.carePlan(patientId), list, { plan: plan.id })
  return (
    <Main before={<BackLink href={back}>Back to the plan</BackLink>}>
      <ActionForm action={changePlanItemAction}>
        <h1>{item.concern.label}: what matters and the goal</h1>
        <ConcernReminder concern={item.concern} />
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="itemId" value={item.id} />
        <HiddenInput name="version" value={String(item.version)} />
        <HiddenInput name="returnTo" value={list} />
        <TextArea
          name="whatMatters"
          label="What matters to the person about this?"
          hint="In their own words where you can. Leave it empty if they would rather not say"
          rows={3}
          value={item.whatMatters}
        />
        <TextArea
          name="goal"
          label="What would they like to reach?"
          hint="For example, “Sleep through most nights by the spring”"
          rows={3}
          value={item.goal}
        />
        <Checkboxes
          name="leaveOut"
          values={item.isLeftOut ? ['yes'] : []}
          items={[
            {
              value: 'yes',
              label: 'Leave this concern out of the plan for now',
              hint: 'It stays in the assessment, and you can take it in again',
            },
          ]}
        />
        <Button>Save</Button>
      </ActionForm>
    </Main>
  )
}
