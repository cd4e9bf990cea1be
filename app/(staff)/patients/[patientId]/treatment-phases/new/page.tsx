import type { Metadata } from 'next'
import { withNone } from '@/components/diagnoses/code-options'
import { diagnosisOption } from '@/components/diagnoses/diagnosis-option'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Select } from '@/components/nhs/select'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { getTreatmentForm } from '@/lib/diagnoses/get-treatment'
import { routes } from '@/lib/platform/routes'
import { beginTreatmentPhaseAction } from './actions'

export const metadata: Metadata = { title: 'Begin a phase of treatment' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewTreatmentPhasePage({ params }: Props) {
  const { patientId } = await params
  const { diagnoses } = await pageRead((actor) => getTreatmentForm(actor, patientId))
  const [only, another] = diagnoses
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={beginTreatmentPhaseAction}>
        <h1>Begin a phase of treatment</h1>
        <p>Treatments that belong together are one phase, and are summed up when the phase ends.</p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <Select
          name="diagnosisId"
          label="Of which diagnosis?"
          value={only && !another ? only.id : ''}
          options={withNone('Select the diagnosis', diagnoses.map(diagnosisOption))}
        />
        <TextInput
          name="name"
          label="What is it called?"
          hint="For example, First treatment, or Treatment of the recurrence"
        />
        <DateInput name="startedOn" label="When did it start?" hint="For example, 15 3 2026" />
        <Button>Begin phase</Button>
      </ActionForm>
    </Main>
  )
}
