import type { Metadata } from 'next'
import { ReviewFactsTable } from '@/components/cancer-care-reviews/review-facts-table'
import { ReviewStandings } from '@/components/cancer-care-reviews/review-fact-fields'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { DONE_WORDS } from '@/lib/cancer-care-reviews/labels'
import { getReviewHistory } from '@/lib/cancer-care-reviews/review-history'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Invitations to cancer care reviews' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function ReviewHistoryPage({ params, searchParams }: Props) {
  const place = await params
  const { done, returnTo } = await searchParams
  const history = await pageRead((actor) => getReviewHistory(actor, place))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  return (
    <Main before={<BackLink href={list || routes.dueReviews()}>Back to the list</BackLink>}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Invitations to cancer care reviews</h1>
      <ReviewStandings history={history} />
      {history.mayRecord ? <Links {...place} list={list} /> : null}
      <ReviewFactsTable {...place} facts={history.facts} mayVoid={history.mayVoid} />
    </Main>
  )
}

function Links({ patientId, diagnosisId, list }: { patientId: string; diagnosisId: string; list: string }) {
  return (
    <ul>
      <li>
        <a href={onTheWay(routes.inviteToReview(patientId, diagnosisId), list)}>Record an invitation</a>
      </li>
      <li>
        <a href={onTheWay(routes.declineReview(patientId, diagnosisId), list)}>
          Record that the person declined
        </a>
      </li>
      <li>
        <a href={onTheWay(routes.excuseReview(patientId, diagnosisId), list)}>
          Record why no review is needed
        </a>
      </li>
    </ul>
  )
}
