import type { Metadata } from 'next'
import { ResultTrend } from '@/components/charts/result-trend'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { OtherVersions } from '@/components/results/other-versions'
import { ResultAlerts } from '@/components/results/result-alerts'
import { ResultFacts } from '@/components/results/result-facts'
import { ReviewFields } from '@/components/results/review-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/results/labels'
import { getResult, type ResultPage } from '@/lib/results/queries'
import { reviewResultAction } from './actions'

export const metadata: Metadata = { title: 'Result' }

type Props = {
  params: Promise<{ patientId: string; resultId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function Page({ params, searchParams }: Props) {
  const { patientId, resultId } = await params
  const { done, returnTo } = await searchParams
  const list = listBehind(returnTo)
  const page = await pageRead((actor) => getResult(actor, { patientId, resultId }))
  const said = lookUp(DONE_WORDS, done)
  const { result } = page
  return (
    <Main
      before={
        <BackLink href={list || routes.results(patientId)}>
          {list ? 'Back to the list' : 'All results'}
        </BackLink>
      }
    >
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      {page.mayReview ? (
        <ActionForm action={reviewResultAction}>
          <Story page={page} />
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="resultId" value={result.id} />
          <HiddenInput name="judgementId" value={result.judgementId} />
          <HiddenInput name="returnTo" value={list} />
          <ReviewFields hasPathway={page.hasPathway} />
          <Button>Save review</Button>
        </ActionForm>
      ) : (
        <>
          <Story page={page} />
          {result.awaitsReview ? <InsetText>A clinician of the team has to review this.</InsetText> : null}
        </>
      )}
      {page.mayFile ? <FurtherSteps patientId={patientId} page={page} /> : null}
      <OtherVersions patientId={patientId} versions={page.versions} />
    </Main>
  )
}

/** What else can be done with a result that stands. */
function FurtherSteps({ patientId, page }: { patientId: string; page: ResultPage }) {
  const { result, toldUnder } = page
  const tellAt = toldUnder
    ? routes.surveillanceTest(patientId, toldUnder)
    : routes.tellResult(patientId, result.id)
  if (!result.isStanding) return null
  return (
    <ul>
      {result.awaitsTelling || toldUnder ? (
        <li>
          <a href={tellAt}>Record that the person was told</a>
        </li>
      ) : null}
      <li>
        <a href={routes.chooseTest(patientId, result.id)}>Change which test it answers</a>
      </li>
      {result.status === 'cancelled' ? null : (
        <li>
          <a href={routes.correctResult(patientId, result.id)}>Put this result right</a>
        </li>
      )}
    </ul>
  )
}

function Story({ page: { result, judgedBy, trend, releaseRule, answers } }: { page: ResultPage }) {
  const [reading] = trend?.readings ?? []
  return (
    <>
      <h1>{result.name}</h1>
      {result.isStanding ? null : <InsetText>A later version has taken the place of this one.</InsetText>}
      <ResultAlerts result={result} judgedBy={judgedBy} />
      <ResultFacts result={result} releaseRule={releaseRule} answers={answers} />
      {trend && reading ? (
        <ResultTrend
          name={result.name}
          unit={reading.value.unit}
          readings={trend.readings}
          limits={trend.limits}
          treatments={trend.treatments.map(({ modality, startedOn, endedOn }) => ({
            words: TREATMENT_MODALITIES.label(modality),
            startedOn,
            endedOn,
          }))}
        />
      ) : null}
    </>
  )
}
