import type { Metadata } from 'next'
import { ScoreHistory } from '@/components/charts/score-history'
import { BackLink } from '@/components/nhs/back-link'
import { ButtonGroup, ButtonLink } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { AssessmentTable } from '@/components/needs-assessments/assessment-table'
import { DraftInProgress } from '@/components/needs-assessments/draft-in-progress'
import { OfferTable } from '@/components/needs-assessments/offer-table'
import { VoidOfferForm } from '@/components/needs-assessments/void-offer-form'
import { GivenUp } from '@/components/tasks/given-up'
import { pageRead } from '@/lib/accounts/page-read'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { DONE_LABELS } from '@/lib/needs-assessments/labels'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { discardDraftAction, voidOfferAction } from './actions'

export const metadata: Metadata = { title: 'Needs assessments' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[]; void?: string | string[] }>
}

export default async function Page({ params, searchParams }: Props) {
  const { patientId } = await params
  const { done, void: voiding } = await searchParams
  const list = await pageRead((actor) => listAssessments(actor, patientId))
  const words = lookUp(DONE_LABELS, done)
  const offerToVoid = list.mayVoid ? list.offers.find(({ id }) => id === voiding) : undefined
  const hasOwnDraft = list.drafts.some(({ isOwn }) => isOwn)
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Record</BackLink>}>
      {words ? <NotificationBanner variant="success">{words}</NotificationBanner> : null}
      {offerToVoid ? (
        <VoidOfferForm action={voidOfferAction} patientId={patientId} offer={offerToVoid} />
      ) : (
        <>
          <h1>Needs assessments</h1>
          {list.drafts.map((draft) => (
            <DraftInProgress
              action={discardDraftAction}
              patientId={patientId}
              draft={draft}
              key={draft.teamId}
            />
          ))}
          {list.mayCreate ? (
            <ButtonGroup>
              <ButtonLink
                href={routes.offerNeedsAssessment(patientId)}
                variant={hasOwnDraft ? 'secondary' : undefined}
              >
                Record an offer
              </ButtonLink>
              {hasOwnDraft ? null : (
                <ButtonLink href={routes.recordNeedsAssessment(patientId)} variant="secondary">
                  Record an assessment
                </ButtonLink>
              )}
            </ButtonGroup>
          ) : null}
          <AssessmentTable patientId={patientId} assessments={list.assessments} />
          {list.history.length > 0 ? (
            <section>
              <h2>Concerns over time</h2>
              <ScoreHistory id="scores" concerns={list.history} />
            </section>
          ) : null}
          <OfferTable patientId={patientId} offers={list.offers} mayVoid={list.mayVoid} />
          <GivenUp facts={list.givenUp} />
        </>
      )}
    </Main>
  )
}
