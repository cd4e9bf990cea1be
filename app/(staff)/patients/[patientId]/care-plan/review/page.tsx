import type { Metadata } from 'next'
import { PlanAfterDeath } from '@/components/care-plans/plan-after-death'
import { PlanFormFields, StaffRoleField } from '@/components/care-plans/plan-form-fields'
import { ReviewItem } from '@/components/care-plans/review-item'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { requireActor } from '@/lib/accounts/current-actor'
import { pageRead } from '@/lib/accounts/page-read'
import { countOpenActions } from '@/lib/care-plans/agreement-rules'
import { getLivePlan } from '@/lib/care-plans/queries'
import { mayBeReviewed } from '@/lib/care-plans/rules'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { reviewCarePlanAction } from './actions'

export const metadata: Metadata = { title: 'Review the care plan' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ plan?: string; returnTo?: string | string[] }>
}

export default async function ReviewCarePlanPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { plan: planId, returnTo } = await searchParams
  const { staffRoleCode } = await requireActor()
  const plan = await pageRead((actor) => getLivePlan(actor, { patientId, planId }))
  const list = listBehind(returnTo)
  const back = onTheWay(routes.carePlan(patientId), list, { plan: plan.id })
  const before = <BackLink href={back}>Back to the plan</BackLink>
  if (plan.person.diedOn) return <PlanAfterDeath before={before} diedOn={plan.person.diedOn} />
  if (!mayBeReviewed(plan.standing))
    return (
      <Main before={before}>
        <h1>There is nothing to review</h1>
        <p>No agreed version of this plan is waiting for a review.</p>
      </Main>
    )
  const open = countOpenActions(plan)
  return (
    <Main before={before}>
      <ActionForm action={reviewCarePlanAction}>
        <h1>Review the care plan</h1>
        <PlanFormFields plan={plan} list={list} />
        <DateInput name="reviewedOn" label="When was it reviewed with the person?" value={today()} />
        {plan.items
          .filter((item) => !item.isLeftOut)
          .map((item) => (
            <ReviewItem key={item.id} item={item} today={today()} />
          ))}
        <h2>What happens next</h2>
        <TextArea name="note" label="Anything else about the review" rows={3} />
        <Radios
          name="next"
          label="How does it go on?"
          items={[
            { value: 'continue', label: 'With a next version of the plan, to be agreed' },
            {
              value: 'finish',
              label: 'The plan is finished',
              hint:
                open > 0
                  ? `${open === 1 ? '1 action is' : `${open} actions are`} still to be done: finish or take out what is left first`
                  : 'A new assessment starts the next one',
            },
          ]}
        />
        <StaffRoleField value={staffRoleCode} />
        <Button>Save review</Button>
      </ActionForm>
    </Main>
  )
}
