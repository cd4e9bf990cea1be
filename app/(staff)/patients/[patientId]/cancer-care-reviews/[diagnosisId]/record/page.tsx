import type { Metadata } from 'next'
import { DiscardReview } from '@/components/cancer-care-reviews/discard-review'
import { ReviewForm } from '@/components/cancer-care-reviews/review-form'
import { BackLink } from '@/components/nhs/back-link'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { pageRead } from '@/lib/accounts/page-read'
import { openReviewDraft, type OpenReviewDraft } from '@/lib/cancer-care-reviews/open-review-draft'
import { WISHES_TOLD_BY } from '@/lib/cancer-care-reviews/recording-labels'
import { REVIEW_LENGTHS } from '@/lib/cancer-care-reviews/review-template'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { discardReviewDraftAction, saveReviewDraftAction } from './actions'

export const metadata: Metadata = { title: 'Record a cancer care review' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ length?: string | string[] }>
}

export default async function RecordReviewPage({ params, searchParams }: Props) {
  const { patientId, diagnosisId } = await params
  const wanted = (await searchParams).length
  const length = REVIEW_LENGTHS.find((each) => each === wanted)
  const open = await pageRead((actor) => openReviewDraft(actor, { patientId, diagnosisId }, length))
  return (
    <Main before={<BackLink href={routes.cancerCareReview(patientId, diagnosisId)} />}>
      <Notices open={open} />
      <ReviewForm
        action={saveReviewDraftAction}
        patientId={patientId}
        diagnosisId={diagnosisId}
        version={open.version}
        draft={open.draft}
        sections={open.sections}
        owners={open.owners}
        savedWords={savedWords(open)}
      />
      {open.version > 0 ? (
        <DiscardReview
          action={discardReviewDraftAction}
          patientId={patientId}
          diagnosisId={diagnosisId}
          version={open.version}
        />
      ) : null}
    </Main>
  )
}

function Notices({ open: { diedOn, draft, diagnosis } }: { open: OpenReviewDraft }) {
  const { words, toldBy, toldOn } = draft.wishes
  return (
    <>
      {diedOn ? (
        <WarningCallout headingLevel={2}>
          <p>
            This person died on {formatDateForStaff(diedOn)}. Record only a review held while they lived, and
            agree nothing.
          </p>
        </WarningCallout>
      ) : null}
      <p>{diagnosisName(diagnosis)}</p>
      {words.trim() !== '' && toldBy !== '' ? (
        <InsetText>
          <p>
            <strong>They want to talk about: </strong>
            <span className="app-preserve-lines">“{words}”</span> {WISHES_TOLD_BY[toldBy]},{' '}
            {formatDateForStaff(toldOn)}
          </p>
        </InsetText>
      ) : null}
    </>
  )
}

function savedWords({ saved }: OpenReviewDraft): string {
  return saved ? `Saved ${formatInstantForStaff(saved.at)} by ${saved.by}` : 'Nothing is saved yet'
}
