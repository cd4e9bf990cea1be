import type { Metadata } from 'next'
import { HelpEntryFields } from '@/components/care-plans/help-entry-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getHelpEntry } from '@/lib/care-plans/help-queries'
import { routes } from '@/lib/platform/routes'
import { retireHelpEntryAction, saveHelpEntryAction } from '../actions'

export const metadata: Metadata = { title: 'Change help' }

type Props = { params: Promise<{ entryId: string }> }

export default async function HelpEntryPage({ params }: Props) {
  const { entryId } = await params
  const { entry, concerns } = await pageRead((actor) => getHelpEntry(actor, entryId))
  return (
    <Main before={<BackLink href={routes.helpLibrary()}>Back to the help library</BackLink>}>
      <ActionForm action={saveHelpEntryAction}>
        <h1>Change help</h1>
        <p>Plans that use these words already keep them as they are.</p>
        <SubmissionId />
        <HiddenInput name="entryId" value={entry.id} />
        <HiddenInput name="version" value={String(entry.version)} />
        <HiddenInput name="organisationId" value={entry.organisationId} />
        <HelpEntryFields concerns={concerns} entry={entry} />
        <Button>Save help</Button>
      </ActionForm>
      <Details summary="Retire this help">
        <ActionForm action={retireHelpEntryAction}>
          <p>It is no longer suggested. Plans that use it keep its words.</p>
          <SubmissionId />
          <HiddenInput name="entryId" value={entry.id} />
          <HiddenInput name="version" value={String(entry.version)} />
          <Button variant="warning">Retire this help</Button>
        </ActionForm>
      </Details>
    </Main>
  )
}
