import type { ReactNode } from 'react'
import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonLink } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { CarePlanPage } from '@/lib/care-plans/queries'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = {
  view: CarePlanPage
  patientId: string
  action: FormAction
  /** The heading of the page: the summary of errors stands above it. */
  heading: ReactNode
}

/** The heading, with what there is to start a plan from, or to go on from, where the plan is not up to date. */
export function PlanStart({ view, patientId, action, heading }: Props) {
  const { plan, assessment, isAssessedSince, isAssessedInError, hasDied } = view
  if (assessment && assessment.concernCount > 0 && !hasDied && (!plan || isAssessedSince))
    return (
      <StartForm
        assessment={assessment}
        isFirst={!plan}
        isInstead={isAssessedInError}
        {...{ patientId, action, heading }}
      />
    )
  return (
    <>
      {heading}
      <NoStart view={view} patientId={patientId} />
    </>
  )
}

function NoStart({
  view: { plan, assessment, isAssessedSince },
  patientId,
}: Pick<Props, 'view' | 'patientId'>) {
  if (plan?.person.diedOn) return <p>This person has died. The plan stays as it was.</p>
  if (plan && !isAssessedSince) return null
  if (!assessment) return <NoAssessment patientId={patientId} />
  return (
    <p>
      The latest{' '}
      <a href={routes.needsAssessment(patientId, assessment.id)}>
        assessment of {formatDateForStaff(assessment.completedOn)}
      </a>{' '}
      raised no concerns, so no plan is needed.
    </p>
  )
}

type StartProps = Omit<Props, 'view'> & {
  assessment: NonNullable<CarePlanPage['assessment']>
  isFirst: boolean
  /** In place of one that was recorded in error: it may be an earlier one. */
  isInstead: boolean
}

function StartForm({ assessment, isFirst, isInstead, patientId, action, heading }: StartProps) {
  const when = formatDateForStaff(assessment.completedOn)
  const concerns = assessment.concernCount === 1 ? '1 concern' : `${assessment.concernCount} concerns`
  return (
    <ActionForm action={action}>
      {heading}
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <InsetText>
        <p>
          {isFirst
            ? `There is no plan yet. The assessment of ${when}, with ${concerns}, can be made into one.`
            : `There is ${isInstead ? 'an' : 'a newer'} assessment of ${when}, with ${concerns}. What is still to be done stays in the plan.`}
        </p>
      </InsetText>
      <Button>
        {isFirst ? 'Start the plan' : `Go on with ${isInstead ? 'this' : 'the newer'} assessment`}
      </Button>
    </ActionForm>
  )
}

function NoAssessment({ patientId }: { patientId: string }) {
  return (
    <>
      <p>There is no plan yet. A plan is made from a holistic needs assessment, and there is none so far.</p>
      <ButtonLink href={routes.offerNeedsAssessment(patientId)}>Offer a holistic needs assessment</ButtonLink>
    </>
  )
}
