import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextInput } from '@/components/nhs/text-input'
import { JoinConfirmation } from '@/components/patients/join-confirmation'
import { ContactFields, IdentityFields } from '@/components/patients/particulars-fields'
import {
  FirstDiagnosisFields,
  LanguageFields,
  PracticeField,
  TeamField,
} from '@/components/patients/registration-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { getRegistrationForm } from '@/lib/patients/register-patient'
import { routes } from '@/lib/platform/routes'
import { registerPatientAction } from './actions'

export const metadata: Metadata = { title: 'Register a patient' }

export default async function RegisterPatientPage() {
  const { teams, practices, mayDiagnose } = await pageRead(getRegistrationForm)
  return (
    <Main before={<BackLink href={routes.patientSearch()}>Find a patient</BackLink>}>
      <ActionForm action={registerPatientAction}>
        <h1>Register a patient</h1>
        <p>The person is in the care of your team as soon as they are registered.</p>
        <SubmissionId />
        <JoinConfirmation />
        <TeamField teams={teams} />
        <TextInput
          name="nhsNumber"
          label="NHS number"
          hint="10 digits, like 999 123 4567"
          inputMode="numeric"
          width={10}
          code
          autoComplete="off"
        />
        <TextInput name="hospitalNumber" label="Hospital number" width={10} code autoComplete="off" />
        <IdentityFields />
        <ContactFields />
        <PracticeField practices={practices} />
        <LanguageFields />
        {mayDiagnose ? <FirstDiagnosisFields /> : <p>A clinician of the team records the diagnosis.</p>}
        <Button>Register patient</Button>
      </ActionForm>
    </Main>
  )
}
