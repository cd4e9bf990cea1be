import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getPerformanceStatusToVoid } from '@/lib/diagnoses/get-performance-statuses'
import { PERFORMANCE_STATUSES } from '@/lib/nhs/code-lists/performance-status'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { voidPerformanceStatusAction } from './actions'

export const metadata: Metadata = { title: 'Mark a performance status as recorded in error' }

type Props = { params: Promise<{ patientId: string; performanceStatusId: string }> }

export default async function VoidPerformanceStatusPage({ params }: Props) {
  const { patientId, performanceStatusId } = await params
  const status = await pageRead((actor) => getPerformanceStatusToVoid(actor, patientId, performanceStatusId))
  return (
    <Main before={<BackLink href={routes.performanceStatus(patientId)} />}>
      <ActionForm action={voidPerformanceStatusAction}>
        <h1>Mark this performance status as recorded in error</h1>
        {status.voided ? (
          <VoidedNotice voided={status.voided} />
        ) : (
          <>
            <p>
              {PERFORMANCE_STATUSES.label(status.grade)}, on {formatDateForStaff(status.assessedOn)}. It stays
              on the record, marked as recorded in error. This cannot be undone.
            </p>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="performanceStatusId" value={performanceStatusId} />
            <TextArea name="reason" label="What was wrong?" rows={3} />
            <Button variant="warning">Mark as recorded in error</Button>
          </>
        )}
      </ActionForm>
    </Main>
  )
}
