import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { ButtonLink } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { KeyContactsTable } from '@/components/patients/key-contacts-table'
import { noticeWords } from '@/components/patients/record-notices'
import { pageRead } from '@/lib/accounts/page-read'
import { getKeyContacts } from '@/lib/care-teams/list-key-contacts'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Key contacts' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function KeyContactsPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { done } = await searchParams
  const { current, ended, mayChange } = await pageRead((actor) => getKeyContacts(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      {done ? <NotificationBanner variant="success">{noticeWords(done)}</NotificationBanner> : null}
      <h1>Key contacts</h1>
      {current.length > 0 ? (
        <KeyContactsTable
          patientId={patientId}
          caption="Whom the person can turn to"
          contacts={current}
          mayChange={mayChange}
        />
      ) : (
        <p>No key contact is recorded. Everybody with cancer should know whom to call.</p>
      )}
      {mayChange ? <ButtonLink href={routes.newKeyContact(patientId)}>Add a key contact</ButtonLink> : null}
      {ended.length > 0 ? (
        <KeyContactsTable patientId={patientId} caption="Before" contacts={ended} mayChange={false} />
      ) : null}
    </Main>
  )
}
