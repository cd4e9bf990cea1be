import { HiddenInput } from '@/components/nhs/hidden-input'
import { Select } from '@/components/nhs/select'
import { SubmissionId } from '@/components/nhs/submission-id'
import { codeOptions } from '@/components/needs-assessments/code-options'
import type { LivePlan } from '@/lib/care-plans/care-plan'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'

/** What every form about a whole plan posts: which plan, as it was shown, and the list behind the page. */
export function PlanFormFields({ plan, list }: { plan: LivePlan; list: string }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={plan.patientId} />
      <HiddenInput name="planId" value={plan.id} />
      <HiddenInput name="version" value={String(plan.version)} />
      <HiddenInput name="returnTo" value={list} />
    </>
  )
}

/** COSD CR7960: whose conversation it was. */
export function StaffRoleField({ value }: { value: string }) {
  return (
    <Select
      name="staffRoleCode"
      label="Role of whoever talked with the person"
      value={value}
      options={codeOptions(STAFF_ROLES)}
    />
  )
}
