import { WarningCallout } from '@/components/nhs/warning-callout'
import type { LivePlan } from '@/lib/care-plans/care-plan'
import { routes } from '@/lib/platform/routes'

/** Says that what the plan was made from was recorded in error, and what that means for it. */
export function AssessedInError({ plan: { patientId, assessment, versions } }: { plan: LivePlan }) {
  return (
    <WarningCallout heading="Its assessment was recorded in error" headingLevel={2}>
      <p>
        The <a href={routes.needsAssessment(patientId, assessment.id)}>assessment</a> that this plan is made
        from was marked as recorded in error.{' '}
        {versions.length > 0
          ? 'What was agreed stands as it is: look at it again with the person.'
          : 'Do not agree the plan before it is made from another.'}
      </p>
    </WarningCallout>
  )
}
