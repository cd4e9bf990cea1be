import type { Metadata } from 'next'
import { ReviewPlace, ReviewStandings } from '@/components/cancer-care-reviews/review-fact-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { REVIEW_CHANNEL_LABELS } from '@/lib/cancer-care-reviews/labels'
import { getReviewToRecord } from '@/lib/cancer-care-reviews/review-history'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { ReviewChannel } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { recordInvitationAction } from './actions'

export const metadata: Metadata = { title: 'Record an invitation to a cancer care review' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function InvitePage({ params, searchParams }: Props) {
  const place = await params
  const list = listBehind((await searchParams).returnTo)
  const history = await pageRead((actor) => getReviewToRecord(actor, place))
  const { invitationGapDays } = history
  return (
    <Main
      before={
        <BackLink href={list || onTheWay(routes.reviewHistory(place.patientId, place.diagnosisId), list)} />
      }
    >
      <ActionForm action={recordInvitationAction}>
        <h1>Record an invitation to a cancer care review</h1>
        <ReviewStandings history={history} />
        <p>
          When nobody answers a second invitation, sent {invitationGapDays} days or more after the first, the
          review leaves the list {invitationGapDays} days later.
        </p>
        <ReviewPlace {...place} returnTo={list} />
        <Radios
          name="channel"
          label="How was the person invited?"
          items={Object.values(ReviewChannel).map((value) => ({
            value,
            label: REVIEW_CHANNEL_LABELS[value],
          }))}
        />
        <DateInput
          name="on"
          label="When?"
          hint="The true date, also when you enter it later"
          value={history.today}
        />
        <TextArea name="note" label="Note (optional)" rows={3} />
        <Button>Save invitation</Button>
      </ActionForm>
    </Main>
  )
}
