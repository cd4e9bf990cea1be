import type { Metadata } from 'next'
import { ActionIdFields } from '@/components/care-plans/action-id-fields'
import { ActionStory } from '@/components/care-plans/action-story'
import { FinishFields } from '@/components/care-plans/finish-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { pageRead } from '@/lib/accounts/page-read'
import { getAction } from '@/lib/care-plans/action-queries'
import { DONE_WORDS } from '@/lib/care-plans/labels'
import { isFinished } from '@/lib/care-plans/rules'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { finishActionAction } from './actions'

export const metadata: Metadata = { title: 'Action' }

type Props = {
  params: Promise<{ patientId: string; actionId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function ActionPage({ params, searchParams }: Props) {
  const { patientId, actionId } = await params
  const { done, returnTo } = await searchParams
  const view = await pageRead((actor) => getAction(actor, { patientId, actionId }))
  const { plan, item, action } = view
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  const heading = <h1>Action for {item.concern.label.toLowerCase()}</h1>
  const story = <ActionStory item={item} action={action} today={today()} />
  const before = (
    <BackLink href={list || onTheWay(routes.carePlan(patientId), '', { plan: plan.id })}>
      {list ? 'Back to the list' : 'Back to the plan'}
    </BackLink>
  )
  if (isFinished(action.state) || !view.mayChange)
    return (
      <Main before={before}>
        {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
        {heading}
        {story}
      </Main>
    )
  const change = onTheWay(routes.changeAction(patientId, actionId), list)
  return (
    <Main before={before}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={finishActionAction}>
        {heading}
        {action.state === 'declined' || view.isWithFormerPractice ? (
          <WarningCallout
            heading={
              action.state === 'declined'
                ? 'The practice cannot do this'
                : 'The person has left this practice'
            }
            headingLevel={2}
          >
            <p>
              <a href={change}>Give it to someone else</a>, or record below that it is done or not needed.
            </p>
          </WarningCallout>
        ) : null}
        {story}
        <p>
          <a href={change}>Change or take out this action</a>
        </p>
        <h2>Finish this action</h2>
        <ActionIdFields patientId={patientId} action={action} list={list} />
        <FinishFields concernLabel={item.concern.label} today={today()} />
        <Button>Finish action</Button>
      </ActionForm>
    </Main>
  )
}
