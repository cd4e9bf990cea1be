import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { FileInput } from '@/components/nhs/file-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { Table } from '@/components/nhs/table'
import { TeamField } from '@/components/patients/registration-fields'
import { ResultFilesTable } from '@/components/results/result-files-table'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import {
  RESULT_FILE_COLUMNS,
  RESULT_FILE_MEGABYTES,
  RESULT_FILE_ROWS,
} from '@/lib/results/file/result-file-columns'
import { listResultFiles } from '@/lib/results/result-files'
import { stageResultFileAction } from './actions'

export const metadata: Metadata = { title: 'Results by file' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function ResultFilesPage({ searchParams }: Props) {
  const { done } = await searchParams
  const { files, teams } = await pageRead(listResultFiles)
  return (
    <Main before={<BackLink href={routes.resultsToReview()}>Results to review</BackLink>}>
      {done === 'discarded' ? (
        <NotificationBanner variant="success">
          The file was put away, and nothing was filed
        </NotificationBanner>
      ) : null}
      <ActionForm action={stageResultFileAction}>
        <h1>Results by file</h1>
        <p>
          Send a file of results from the laboratory. You see row by row what becomes of it before anything is
          filed.
        </p>
        <SubmissionId />
        <TeamField teams={teams} />
        <FileInput
          name="file"
          label="File"
          hint={`CSV in UTF-8, at most ${RESULT_FILE_MEGABYTES} MB and ${RESULT_FILE_ROWS.toLocaleString('en-GB')} rows`}
          accept=".csv,text/csv"
        />
        <Details summary="What the file must hold">
          <p>The first row has these headings, in any order. Others are passed over.</p>
          <Table
            caption="Columns"
            captionHidden
            columns={[{ label: 'Heading' }, { label: 'Holds' }]}
            rows={Object.values(RESULT_FILE_COLUMNS).map(({ heading, holds }) => ({
              key: heading,
              cells: [heading, holds],
            }))}
          />
          <p>
            Dates are written as 03/02/2026, 2026-02-03, 3 Feb 2026 or 03-Feb-2026. A result is filed where
            NHS number, date of birth and name agree with a person in your care, and its unit is one that it
            is measured in. Anything else waits for somebody to settle it.
          </p>
        </Details>
        <Button>Send and review</Button>
      </ActionForm>
      <ResultFilesTable files={files} />
    </Main>
  )
}
