import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { FileInput } from '@/components/nhs/file-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { ImportForm } from '@/components/patients/import-form'
import { ImportsTable } from '@/components/patients/imports-table'
import { TeamField } from '@/components/patients/registration-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { PATIENT_FILE_COLUMNS } from '@/lib/patients/import/patient-file-columns'
import { PATIENT_FILE_MEGABYTES, PATIENT_FILE_TOO_LARGE } from '@/lib/patients/import/patient-file-limits'
import { listPatientImports } from '@/lib/patients/patient-imports'
import { emptyFormState, type FormState } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'
import { stagePatientImportAction } from './actions'

export const metadata: Metadata = { title: 'Import patients' }

type Props = { searchParams: Promise<{ done?: string | string[]; refused?: string | string[] }> }

export default async function ImportPatientsPage({ searchParams }: Props) {
  const { done, refused } = await searchParams
  const { imports, teams } = await pageRead(listPatientImports)
  return (
    <Main before={<BackLink href={routes.patientSearch()}>Find a patient</BackLink>}>
      {done === 'discarded' ? (
        <NotificationBanner variant="success">The import was discarded</NotificationBanner>
      ) : null}
      <ImportForm
        action={stagePatientImportAction}
        initialState={refused === 'too_large' ? refusedUnread(teams) : emptyFormState}
      >
        <h1>Import patients</h1>
        <p>
          Send the list that the hospital’s system exports. You see row by row what is in it before anything
          is written.
        </p>
        <SubmissionId />
        <TeamField teams={teams} />
        <FileInput
          name="file"
          label="File"
          hint={`CSV in UTF-8, at most ${PATIENT_FILE_MEGABYTES} MB`}
          accept=".csv,text/csv"
        />
        <Details summary="What the file must hold">
          <p>The first row has these headings, in any order. Others are passed over.</p>
          <ul>
            {Object.values(PATIENT_FILE_COLUMNS).map((heading) => (
              <li key={heading}>{heading}</li>
            ))}
          </ul>
          <p>
            Dates are written as 03/02/1961, 1961-02-03, 3 Feb 1961 or 03-Feb-1961. Diagnoses are ICD-10
            codes.
          </p>
        </Details>
        <Button>Send and review</Button>
      </ImportForm>
      <ImportsTable imports={imports} />
    </Main>
  )
}

/** The form after a post that was refused before it was read: nothing of what it held is known. */
function refusedUnread(teams: readonly { id: string }[]): FormState {
  const values: FormState['values'] = { submissionId: crypto.randomUUID() }
  if (teams.length === 1 && teams[0]) values.teamId = teams[0].id
  return { errors: [{ field: 'file', message: PATIENT_FILE_TOO_LARGE }], values }
}
