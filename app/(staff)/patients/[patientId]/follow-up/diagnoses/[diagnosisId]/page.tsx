import type { Metadata } from 'next'
import { DecisionFields } from '@/components/follow-up/decision-fields'
import { DecisionStage } from '@/components/follow-up/decision-stage'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { diagnosisName } from '@/lib/diagnoses/labels'
import type { DecisionWords } from '@/lib/follow-up/decision-answers'
import { getDecision, type DecisionPage } from '@/lib/follow-up/get-decision'
import { STREAM_LABELS } from '@/lib/follow-up/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { decideFollowUpAction } from './actions'

export const metadata: Metadata = { title: 'Decide on follow-up' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function DecideFollowUpPage({ params, searchParams }: Props) {
  const { patientId, diagnosisId } = await params
  const list = listBehind((await searchParams).returnTo)
  const page = await pageRead((actor) => getDecision(actor, { patientId, diagnosisId }))
  const { current } = page
  return (
    <Main
      before={
        <BackLink href={list || routes.followUp(patientId)}>
          {list ? 'Back to the list' : 'Back to follow-up'}
        </BackLink>
      }
    >
      <ActionForm action={decideFollowUpAction}>
        <h1>
          <span className="nhsuk-caption-xl">{diagnosisName(page.diagnosis)}</span>
          Decide on follow-up
        </h1>
        {current ? (
          <InsetText>
            This ends the pathway that the person is on: {STREAM_LABELS[current.stream].label}, since{' '}
            {formatDateForStaff(current.startedOn)}. Results on their way are read and told all the same.
          </InsetText>
        ) : null}
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="diagnosisId" value={diagnosisId} />
        <HiddenInput name="returnTo" value={list} />
        <DecisionStage words={wordsOf(page)}>
          <DecisionFields page={page} today={today()} />
        </DecisionStage>
      </ActionForm>
    </Main>
  )
}

/** What the browser needs to say the answers again. */
function wordsOf({ prerequisites, criteria, protocols, practice }: DecisionPage): DecisionWords {
  const inWords = ({ code, text }: { code: string; text: string }) => ({ code, text })
  return {
    prerequisites: prerequisites.map(inWords),
    criteria: criteria.map(inWords),
    protocols: protocols.map(({ id, title }) => ({ id, title })),
    practice,
  }
}
