import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PlanDocument } from '@/components/care-plans/plan-document'
import { ChangeList } from '@/components/care-plans/plan-versions'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { DONE_WORDS } from '@/lib/care-plans/labels'
import { getSharedPlan, type SharedPlanPage } from '@/lib/care-plans/practice-queries'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { formatDateForPatient, formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { markPlanSeenAction } from './actions'

export const metadata: Metadata = { title: 'Shared care plan' }

type Props = {
  params: Promise<{ shareId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function SharedPlanPage({ params, searchParams }: Props) {
  const { shareId } = await params
  const { done, returnTo } = await searchParams
  const shared = await pageRead((actor) => getSharedPlan(actor, shareId))
  const { content, number } = shared
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  return (
    <Main before={<BackLink href={list || routes.practiceHome()} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={markPlanSeenAction}>
        <h1>Care plan of {formatNameForStaff(content.person)}</h1>
        <AlteredWarning isIntact={shared.isIntact} />
        <p>
          Version {number} from {content.team.name}, shared with your practice on{' '}
          {formatDateForStaff(shared.sharedOn)}.
          {shared.isRegistered
            ? null
            : ' The person is no longer registered with your practice: this is the plan as it was sent.'}
        </p>
        <Asked shared={shared} list={list} />
        <h2>What changed</h2>
        <ChangeList changes={shared.changes} isFirst={number === 1} />
        {shared.seen ? (
          <p>
            Seen {formatInstantForStaff(shared.seen.at)} by {shared.seen.by}.
          </p>
        ) : (
          <>
            <SubmissionId />
            <HiddenInput name="shareId" value={shared.shareId} />
            <HiddenInput name="returnTo" value={list} />
            <Button>Mark as seen</Button>
          </>
        )}
      </ActionForm>
      <PlanDocument
        content={content}
        versionLine={`Version ${number}, agreed on ${formatDateForPatient(content.agreement.on)}`}
        today={today()}
      />
    </Main>
  )
}

/** What the plan asks of the practice comes first: it is what the reader has to act on. */
function Asked({ shared: { content, askedActionIds }, list }: { shared: SharedPlanPage; list: string }) {
  const asked = content.items
    .flatMap((item) => item.actions)
    .filter((action) => askedActionIds.includes(action.id))
  if (asked.length === 0) return <p>Nothing in it is asked of your practice.</p>
  return (
    <>
      <h2>Asked of your practice</h2>
      <ul>
        {asked.map((action) => (
          <li key={action.id}>
            <a className="app-preserve-lines" href={onTheWay(routes.practiceAction(action.id), list)}>
              {action.what}
            </a>
            , by {formatDateForStaff(action.dueOn)}
          </li>
        ))}
      </ul>
    </>
  )
}
