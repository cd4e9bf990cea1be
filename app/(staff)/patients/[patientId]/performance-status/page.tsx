import type { Metadata } from 'next'
import { PerformanceStatusFields } from '@/components/diagnoses/performance-status-fields'
import { PerformanceStatusTable } from '@/components/diagnoses/performance-status-table'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getPerformanceStatuses } from '@/lib/diagnoses/get-performance-statuses'
import { routes } from '@/lib/platform/routes'
import { recordPerformanceStatusAction } from './actions'

export const metadata: Metadata = { title: 'Performance status' }

type Props = { params: Promise<{ patientId: string }> }

export default async function PerformanceStatusPage({ params }: Props) {
  const { patientId } = await params
  const view = await pageRead((actor) => getPerformanceStatuses(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={recordPerformanceStatusAction}>
        <h1>Performance status</h1>
        <PerformanceStatusTable patientId={patientId} statuses={view.statuses} mayVoid={view.mayVoid} />
        {view.mayRecord ? <PerformanceStatusFields patientId={patientId} /> : null}
      </ActionForm>
    </Main>
  )
}
