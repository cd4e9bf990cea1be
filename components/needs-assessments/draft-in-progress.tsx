import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonLink } from '@/components/nhs/button'
import { Card } from '@/components/nhs/card'
import { Details } from '@/components/nhs/details'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { ListedDraft } from '@/lib/needs-assessments/drafts-in-progress'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = { action: FormAction; patientId: string; draft: ListedDraft }

/** An assessment that somebody of the team has begun, to go on with on any device, or to discard. */
export function DraftInProgress({ action, patientId, draft }: Props) {
  if (!draft.isOwn) return <OfAnotherTeam draft={draft} />
  return (
    <Card heading="An assessment is in progress" headingSize="m">
      <p>
        Saved {formatInstantForStaff(draft.savedAt)} by {draft.savedBy}, {draft.teamName}. It is no part of
        the record until it is filed.
      </p>
      <ButtonLink href={routes.recordNeedsAssessment(patientId)}>Continue</ButtonLink>
      <Details summary="Discard it">
        <ActionForm action={action}>
          <p>What was typed is then gone. What is still to be done stays on the worklist.</p>
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="teamId" value={draft.teamId} />
          <HiddenInput name="version" value={String(draft.version)} />
          <Button variant="warning">Discard the draft</Button>
        </ActionForm>
      </Details>
    </Card>
  )
}

/** So that the person is not asked the same twice. */
function OfAnotherTeam({ draft }: Pick<Props, 'draft'>) {
  return (
    <InsetText>
      <p>
        {draft.teamName} has an assessment in progress, saved {formatInstantForStaff(draft.savedAt)} by{' '}
        {draft.savedBy}. Speak to them before you begin another.
      </p>
    </InsetText>
  )
}
