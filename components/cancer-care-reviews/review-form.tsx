'use client'

import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { DraftSaving } from '@/components/needs-assessments/draft-saving'
import type { ActionOwnerChoice } from '@/lib/cancer-care-reviews/action-rules'
import { REVIEW_LENGTH_LABELS } from '@/lib/cancer-care-reviews/recording-labels'
import type { ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import type { TemplateSection } from '@/lib/cancer-care-reviews/review-template'
import type { FormAction } from '@/lib/platform/form-state'
import { HowItWasHeld } from './how-it-was-held'
import { ReviewActionFields } from './review-action-fields'
import { ReviewOutcomeFields } from './review-outcome-fields'
import { ReviewSectionFields } from './review-section-fields'

const FORM = 'review'

type Props = {
  action: FormAction
  patientId: string
  diagnosisId: string
  /** 0: nothing is saved yet. */
  version: number
  draft: ReviewDraft
  sections: readonly TemplateSection[]
  owners: readonly ActionOwnerChoice[]
  /** `Saved 14:31 by Beryl Jones`, or that nothing is. */
  savedWords: string
}

/** The whole review on one page. A plain form without JavaScript; with it, saved as it is filled in. */
export function ReviewForm(props: Props) {
  const { action, draft, sections, owners } = props
  return (
    <ActionForm action={action} id={FORM}>
      <h1 className="mb-0 text-3xl">{REVIEW_LENGTH_LABELS[draft.length].label}</h1>
      <HiddenInput name="patientId" value={props.patientId} />
      <HiddenInput name="diagnosisId" value={props.diagnosisId} />
      <HiddenInput name="length" value={draft.length} />
      <HiddenInput name="templateVersion" value={draft.templateVersion} />
      <div className="app-compact">
        <HowItWasHeld draft={draft} />
        <h2>What you talked about</h2>
        {sections.map((section) => (
          <ReviewSectionFields section={section} draft={draft} key={section.code} />
        ))}
        <ReviewActionFields actions={draft.actions} owners={owners} />
        <ReviewOutcomeFields draft={draft} />
        <div className="app-compact__end">
          <ButtonGroup>
            <Button name="intent" value="check" small>
              Continue to check answers
            </Button>
            <Button name="intent" value="later" variant="secondary" small>
              Save and come back later
            </Button>
          </ButtonGroup>
          <DraftSaving formId={FORM} action={action} version={props.version} savedWords={props.savedWords} />
        </div>
      </div>
    </ActionForm>
  )
}
