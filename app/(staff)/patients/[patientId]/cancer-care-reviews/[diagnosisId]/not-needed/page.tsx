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
import { EXCEPTION_HINTS, EXCUSE_LABELS } from '@/lib/cancer-care-reviews/labels'
import { getReviewToRecord } from '@/lib/cancer-care-reviews/review-history'
import { REVIEW_EXCEPTIONS } from '@/lib/cancer-care-reviews/schema'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { recordExceptionAction } from './actions'

export const metadata: Metadata = { title: 'Record why no cancer care review is needed' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function NotNeededPage({ params, searchParams }: Props) {
  const place = await params
  const list = listBehind((await searchParams).returnTo)
  const history = await pageRead((actor) => getReviewToRecord(actor, place))
  return (
    <Main
      before={<BackLink href={onTheWay(routes.reviewHistory(place.patientId, place.diagnosisId), list)} />}
    >
      <ActionForm action={recordExceptionAction}>
        <h1>Record why no review is needed</h1>
        <ReviewStandings history={history} />
        <ReviewPlace {...place} returnTo={list} />
        <Radios
          name="kind"
          label="Why is no review needed?"
          items={REVIEW_EXCEPTIONS.map((value) => ({
            value,
            label: EXCUSE_LABELS[value],
            hint: EXCEPTION_HINTS[value],
          }))}
        />
        <DateInput name="on" label="Since when?" hint="For example, 15 3 2026" />
        <TextArea name="note" label="Reason" hint="For colleagues of your practice" rows={3} />
        <Button variant="warning">Take the reviews off the list</Button>
      </ActionForm>
    </Main>
  )
}
