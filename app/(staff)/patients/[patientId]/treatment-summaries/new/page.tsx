import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { getSummaryStart, type Start } from '@/lib/treatment-summaries/queries'
import { draftTreatmentSummaryAction } from './actions'

export const metadata: Metadata = { title: 'Start a treatment summary' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewTreatmentSummaryPage({ params }: Props) {
  const { patientId } = await params
  const starts = await pageRead((actor) => getSummaryStart(actor, patientId))
  const lastEnd = starts
    .flatMap((start) => start.lastEnd ?? [])
    .sort()
    .at(-1)
  return (
    <Main before={<BackLink href={routes.treatmentSummaries(patientId)}>Back to summaries</BackLink>}>
      {starts.length === 0 ? (
        <>
          <h1>Start a treatment summary</h1>
          <p>
            No diagnosis is recorded yet. <a href={routes.newDiagnosis(patientId)}>Record the diagnosis</a>{' '}
            first.
          </p>
        </>
      ) : (
        <ActionForm action={draftTreatmentSummaryAction}>
          <h1>Start a treatment summary</h1>
          <p>It is filled from the record. You check and complete it before it is signed.</p>
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <Radios
            name="diagnosisId"
            label="Of which diagnosis has treatment ended?"
            value={starts.length === 1 ? starts[0]?.diagnosis.id : undefined}
            items={starts.map(choiceOf)}
          />
          <DateInput
            name="phaseEndedOn"
            label="When did this phase of treatment end?"
            hint="The last day of the treatments that are summed up"
            value={lastEnd}
          />
          <Button>Start the summary</Button>
        </ActionForm>
      )}
    </Main>
  )
}

function choiceOf({ diagnosis, lastEnd }: Start) {
  return {
    value: diagnosis.id,
    label: diagnosisName(diagnosis),
    hint: lastEnd ? `Treatment last ended on ${formatDateForStaff(lastEnd)}` : 'No treatment has ended yet',
  }
}
