import type { Metadata } from 'next'
import { PlanAfterDeath } from '@/components/care-plans/plan-after-death'
import { PlanFormFields, StaffRoleField } from '@/components/care-plans/plan-form-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { requireActor } from '@/lib/accounts/current-actor'
import { pageRead } from '@/lib/accounts/page-read'
import { getLivePlan } from '@/lib/care-plans/queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { declineCarePlanAction } from './actions'

export const metadata: Metadata = { title: 'Record that the care plan was declined' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ plan?: string; returnTo?: string | string[] }>
}

export default async function DeclineCarePlanPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { plan: planId, returnTo } = await searchParams
  const { staffRoleCode } = await requireActor()
  const plan = await pageRead((actor) => getLivePlan(actor, { patientId, planId }))
  const list = listBehind(returnTo)
  const back = onTheWay(routes.carePlan(patientId), list, { plan: plan.id })
  const before = <BackLink href={back}>Back to the plan</BackLink>
  if (plan.person.diedOn) return <PlanAfterDeath before={before} diedOn={plan.person.diedOn} />
  return (
    <Main before={before}>
      <ActionForm action={declineCarePlanAction}>
        <h1>Record that the care plan was declined or could not be made</h1>
        {plan.versions.length > 0 ? <p>The version that is agreed stands.</p> : null}
        <PlanFormFields plan={plan} list={list} />
        <Radios
          name="outcome"
          label="What happened?"
          items={[
            { value: 'declined', label: 'The person did not want the plan' },
            { value: 'unable', label: 'The plan could not be made', hint: 'For example, too unwell to talk' },
          ]}
        />
        <TextArea name="reason" label="Why?" rows={3} />
        <DateInput name="on" label="When?" value={today()} />
        <StaffRoleField value={staffRoleCode} />
        <Button>Save</Button>
      </ActionForm>
    </Main>
  )
}
