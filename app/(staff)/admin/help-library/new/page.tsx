import type { Metadata } from 'next'
import { HelpEntryFields } from '@/components/care-plans/help-entry-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Select } from '@/components/nhs/select'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getHelpLibrary } from '@/lib/care-plans/help-queries'
import { routes } from '@/lib/platform/routes'
import { saveHelpEntryAction } from '../actions'

export const metadata: Metadata = { title: 'Add help' }

type Props = { searchParams: Promise<{ concern?: string | string[] }> }

export default async function NewHelpEntryPage({ searchParams }: Props) {
  const { concern } = await searchParams
  const { organisations, concerns } = await pageRead((actor) => getHelpLibrary(actor))
  const [own] = organisations
  return (
    <Main before={<BackLink href={routes.helpLibrary()}>Back to the help library</BackLink>}>
      <ActionForm action={saveHelpEntryAction}>
        <h1>Add help</h1>
        <SubmissionId />
        {organisations.length > 1 ? (
          <Select
            name="organisationId"
            label="In whose library?"
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <HiddenInput name="organisationId" value={own?.id ?? ''} />
        )}
        <HelpEntryFields
          concerns={concerns}
          concernCode={typeof concern === 'string' ? concern : undefined}
        />
        <Button>Add help</Button>
      </ActionForm>
    </Main>
  )
}
