import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { PlanAction } from '@/lib/care-plans/care-plan'

type Props = { patientId: string; action: PlanAction; list: string }

/** What every form about one action posts: which, as it was shown, and the list behind the page. */
export function ActionIdFields({ patientId, action, list }: Props) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="actionId" value={action.id} />
      <HiddenInput name="version" value={String(action.version)} />
      <HiddenInput name="returnTo" value={list} />
    </>
  )
}
