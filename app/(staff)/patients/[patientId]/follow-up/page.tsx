import type { Metadata } from 'next'
import { PathwaySection } from '@/components/follow-up/pathway-section'
import { PathwaySteps } from '@/components/follow-up/pathway-steps'
import { ActionLink } from '@/components/nhs/action-link'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { getFollowUp, type FollowUpPage as View } from '@/lib/follow-up/get-follow-up'
import { DONE_WORDS } from '@/lib/follow-up/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Follow-up' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function FollowUpPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const said = lookUp(DONE_WORDS, (await searchParams).done)
  const page = await pageRead((actor) => getFollowUp(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Follow-up</h1>
      <Open page={page} />
      {page.pathways.length === 0 ? <p>Nothing has been decided about follow-up yet.</p> : null}
      <Undecided patientId={patientId} page={page} />
      {page.pathways.map((pathway) => (
        <PathwaySection key={pathway.id} pathway={pathway} today={today()} withStates={page.withStates}>
          {page.mayDecide ? <PathwaySteps pathway={pathway} /> : null}
        </PathwaySection>
      ))}
    </Main>
  )
}

/** What is open for the actor's teams. */
function Open({ page: { tasks } }: { page: View }) {
  if (tasks.length === 0) return null
  return (
    <ul>
      {tasks.map(({ act, detail, dueOn, href }) => (
        <li key={`${href} ${act}`}>
          <a href={href}>{act}</a>
          {detail ? ` (${detail})` : null}, by {formatDateForStaff(dueOn)}
        </li>
      ))}
    </ul>
  )
}

function Undecided({ patientId, page: { undecided, mayDecide } }: { patientId: string; page: View }) {
  if (!mayDecide) return null
  return undecided.map((diagnosis) => (
    <ActionLink key={diagnosis.id} href={routes.decideFollowUp(patientId, diagnosis.id)}>
      Decide on follow-up: {diagnosisName(diagnosis)}
    </ActionLink>
  ))
}
