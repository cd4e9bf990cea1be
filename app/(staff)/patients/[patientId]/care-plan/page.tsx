import type { Metadata } from 'next'
import { AssessedInError } from '@/components/care-plans/assessed-in-error'
import { PlanItemSection } from '@/components/care-plans/plan-item'
import { PlanStart } from '@/components/care-plans/plan-start'
import { PlanStatus } from '@/components/care-plans/plan-status'
import { PlanVersions } from '@/components/care-plans/plan-versions'
import { AboutMeReminder } from '@/components/patients/about-me-reminder'
import { BackLink } from '@/components/nhs/back-link'
import { Details } from '@/components/nhs/details'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { GivenUp } from '@/components/tasks/given-up'
import { pageRead } from '@/lib/accounts/page-read'
import type { LivePlan, PlanItem } from '@/lib/care-plans/care-plan'
import { DONE_WORDS } from '@/lib/care-plans/labels'
import { getCarePlanPage, type CarePlanPage } from '@/lib/care-plans/queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { draftCarePlanAction } from './actions'

export const metadata: Metadata = { title: 'Care plan' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ plan?: string; done?: string | string[]; returnTo?: string | string[] }>
}

export default async function CarePlanPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { plan: planId, done, returnTo } = await searchParams
  const view = await pageRead((actor) => getCarePlanPage(actor, { patientId, planId }))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  return (
    <Main before={<BackLink href={list || routes.patient(patientId)} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <PlanStart
        view={view}
        patientId={patientId}
        action={draftCarePlanAction}
        heading={<h1>Care plan</h1>}
      />
      {view.aboutMe ? <AboutMeReminder aboutMe={view.aboutMe} /> : null}
      {view.plan ? <Plan view={view} plan={view.plan} list={list} /> : null}
      <GivenUp facts={view.givenUp} />
      <OtherPlans patientId={patientId} others={view.others} />
    </Main>
  )
}

function Plan({ view, plan, list }: { view: CarePlanPage; plan: LivePlan; list: string }) {
  const mayChange = view.isTeamCaring && !view.hasDied
  const inPlan = plan.items.filter((item) => !item.isLeftOut)
  const leftOut = plan.items.filter((item) => item.isLeftOut)
  return (
    <>
      {view.isAssessedInError ? <AssessedInError plan={plan} /> : null}
      <PlanStatus plan={plan} list={list} mayChange={mayChange} />
      <h2>Concerns, goals and actions</h2>
      <Items plan={plan} items={inPlan} list={list} mayChange={mayChange} />
      {leftOut.length > 0 ? (
        <Details summary={`Left out for now: ${leftOut.map((item) => item.concern.label).join(', ')}`}>
          <Items plan={plan} items={leftOut} list={list} mayChange={mayChange} />
        </Details>
      ) : null}
      <h2>Versions and sharing</h2>
      <PlanVersions plan={plan} />
    </>
  )
}

type ItemsProps = { plan: LivePlan; items: readonly PlanItem[]; list: string; mayChange: boolean }

function Items({ plan: { patientId }, items, list, mayChange }: ItemsProps) {
  return items.map((item) => (
    <PlanItemSection
      key={item.id}
      item={item}
      today={today()}
      links={
        mayChange
          ? {
              change: onTheWay(routes.planItem(patientId, item.id), list),
              addAction: item.isLeftOut ? null : onTheWay(routes.newAction(patientId, item.id), list),
            }
          : null
      }
      actionHref={(actionId) => onTheWay(routes.action(patientId, actionId), list)}
    />
  ))
}

function OtherPlans({ patientId, others }: { patientId: string; others: CarePlanPage['others'] }) {
  if (others.length === 0) return null
  return (
    <>
      <h2>Plans with other teams</h2>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <a href={onTheWay(routes.carePlan(patientId), '', { plan: other.id })}>{other.teamName}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
