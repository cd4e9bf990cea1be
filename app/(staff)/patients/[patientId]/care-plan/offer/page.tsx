import type { Metadata } from 'next'
import { PlanAfterDeath } from '@/components/care-plans/plan-after-death'
import { PlanFormFields, StaffRoleField } from '@/components/care-plans/plan-form-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Main } from '@/components/nhs/main'
import { requireActor } from '@/lib/accounts/current-actor'
import { pageRead } from '@/lib/accounts/page-read'
import { getLivePlan } from '@/lib/care-plans/queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { offerCarePlanAction } from './actions'

export const metadata: Metadata = { title: 'Record that the care plan was offered' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ plan?: string; returnTo?: string | string[] }>
}

export default async function OfferCarePlanPage({ params, searchParams }: Props) {
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
      <ActionForm action={offerCarePlanAction}>
        <h1>Record that the care plan was offered</h1>
        <p>
          The person was asked whether they would like to make a plan of what they said, and has not decided
          yet.
        </p>
        <PlanFormFields plan={plan} list={list} />
        <DateInput
          name="offeredOn"
          label="When?"
          hint="The true date, also when you enter it later"
          value={today()}
        />
        <StaffRoleField value={staffRoleCode} />
        <Button>Save offer</Button>
      </ActionForm>
    </Main>
  )
}
