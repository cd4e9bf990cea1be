import type { Metadata } from 'next'
import { ReviewPlace, ReviewStandings } from '@/components/cancer-care-reviews/review-fact-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { getReviewToRecord } from '@/lib/cancer-care-reviews/review-history'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { recordDeclineAction } from './actions'

export const metadata: Metadata = { title: 'Record that the person declined a cancer care review' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function DeclinePage({ params, searchParams }: Props) {
  const place = await params
  const list = listBehind((await searchParams).returnTo)
  const history = await pageRead((actor) => getReviewToRecord(actor, place))
  return (
    <Main
      before={<BackLink href={onTheWay(routes.reviewHistory(place.patientId, place.diagnosisId), list)} />}
    >
      <ActionForm action={recordDeclineAction}>
        <h1>Record that the person declined</h1>
        <ReviewStandings history={history} />
        <InsetText>
          <p>
            The review leaves the list. Said before the second review opens, this counts for the first alone,
            and the second is offered in its turn. Said later, it counts for both.
          </p>
        </InsetText>
        <ReviewPlace {...place} returnTo={list} />
        <DateInput
          name="on"
          label="When did they decline?"
          hint="The true date, also when you enter it later"
          value={history.today}
        />
        <TextArea name="note" label="Note (optional)" hint="For example, what they said" rows={3} />
        <Button>Save that the person declined</Button>
      </ActionForm>
    </Main>
  )
}
