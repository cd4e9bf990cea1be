import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { action: FormAction; patientId: string; diagnosisId: string; version: number }

/** Throwing the draft away takes two steps, so that it does not happen by a slip. */
export function DiscardReview({ action, patientId, diagnosisId, version }: Props) {
  return (
    <Details summary="Throw this review away">
      <p>
        What was filled in and noted for it is gone, also what they want to talk about. The review is still to
        be held.
      </p>
      <ActionForm action={action}>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="diagnosisId" value={diagnosisId} />
        <HiddenInput name="version" value={String(version)} />
        <Button variant="warning" small>
          Throw away
        </Button>
      </ActionForm>
    </Details>
  )
}
