import type { Metadata } from 'next'
import { AgreementFields } from '@/components/care-plans/agreement-fields'
import { PlanAfterDeath } from '@/components/care-plans/plan-after-death'
import { PlanFormFields, StaffRoleField } from '@/components/care-plans/plan-form-fields'
import { AssessedInError } from '@/components/care-plans/assessed-in-error'
import { PlanInBrief } from '@/components/care-plans/plan-in-brief'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { requireActor } from '@/lib/accounts/current-actor'
import { pageRead } from '@/lib/accounts/page-read'
import { getAgreementPage } from '@/lib/care-plans/queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { agreeCarePlanAction } from './actions'

export const metadata: Metadata = { title: 'Agree the care plan' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ plan?: string; returnTo?: string | string[] }>
}

export default async function AgreeCarePlanPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { plan: planId, returnTo } = await searchParams
  const { staffRoleCode } = await requireActor()
  const view = await pageRead((actor) => getAgreementPage(actor, { patientId, planId }))
  const { plan, faults } = view
  const list = listBehind(returnTo)
  const back = onTheWay(routes.carePlan(patientId), list, { plan: plan.id })
  const before = <BackLink href={back}>Back to the plan</BackLink>
  if (plan.person.diedOn) return <PlanAfterDeath before={before} diedOn={plan.person.diedOn} />
  if (faults.length > 0)
    return (
      <Main before={before}>
        <h1>The plan cannot be agreed yet</h1>
        <WarningCallout headingLevel={2}>
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
          <p>
            <a href={back}>Go back to the plan</a>
          </p>
        </WarningCallout>
      </Main>
    )
  return (
    <Main before={before}>
      <ActionForm action={agreeCarePlanAction}>
        <h1>Agree the care plan</h1>
        {view.isAssessedInError ? <AssessedInError plan={plan} /> : null}
        <PlanInBrief plan={plan} />
        <p>
          Once agreed, this version is kept as it is. Later changes make a next version that says what
          changed.
        </p>
        <PlanFormFields plan={plan} list={list} />
        <AgreementFields view={view} today={today()} />
        <StaffRoleField value={staffRoleCode} />
        <Button>Agree the plan</Button>
      </ActionForm>
    </Main>
  )
}
