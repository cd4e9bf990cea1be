import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getAssessment } from '@/lib/needs-assessments/assessment-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { voidAssessmentAction } from './actions'

export const metadata: Metadata = { title: 'Mark an assessment as recorded in error' }

type Props = { params: Promise<{ patientId: string; assessmentId: string }> }

export default async function VoidAssessmentPage({ params }: Props) {
  const { patientId, assessmentId } = await params
  const assessment = await pageRead((actor) => getAssessment(actor, patientId, assessmentId, 'void'))
  const back = routes.needsAssessment(patientId, assessmentId)
  return (
    <Main before={<BackLink href={back} />}>
      <ActionForm action={voidAssessmentAction}>
        <h1>Mark this assessment as recorded in error</h1>
        {assessment.voided ? (
          <VoidedNotice voided={assessment.voided} />
        ) : (
          <>
            <WarningCallout headingLevel={2}>
              <p>
                The assessment of {formatDateForStaff(assessment.completedOn)} stays on the list, crossed out
                with your reason, and no longer counts: not for scores over time, and not as what the next
                starts from. What it had met is open again. A care plan that was agreed from it stands. This
                cannot be undone.
              </p>
            </WarningCallout>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="assessmentId" value={assessmentId} />
            <TextArea name="reason" label="What was wrong?" rows={3} />
            <ButtonGroup>
              <Button variant="warning">Mark as recorded in error</Button>
              <a href={back}>Cancel</a>
            </ButtonGroup>
          </>
        )}
      </ActionForm>
    </Main>
  )
}
