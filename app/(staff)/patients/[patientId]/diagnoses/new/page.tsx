import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { openDiagnosisForm } from '@/lib/diagnoses/get-diagnosis'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { routes } from '@/lib/platform/routes'
import { recordDiagnosisAction } from './actions'

export const metadata: Metadata = { title: 'Record a diagnosis' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewDiagnosisPage({ params }: Props) {
  const { patientId } = await params
  await pageRead((actor) => openDiagnosisForm(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={recordDiagnosisAction}>
        <h1>Record a diagnosis</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <TextInput
          name="icd10Code"
          label="ICD-10 code"
          hint="For example, C50.9 for breast or C61 for prostate"
          width={5}
          code
          spellCheck={false}
          autoComplete="off"
        />
        <Radios
          name="laterality"
          label="Which side?"
          items={LATERALITIES.codes.map((code) => ({ value: code, label: LATERALITIES.label(code) }))}
        />
        <DateInput name="diagnosedOn" label="Date of diagnosis" hint="For example, 15 3 2026" />
        <TextInput
          name="stageInWords"
          label="Stage, in words"
          hint="As the team says it, for example stage IIA. Leave empty if it is not known yet"
        />
        <Button>Record diagnosis</Button>
      </ActionForm>
    </Main>
  )
}
