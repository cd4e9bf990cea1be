import type { Metadata } from 'next'
import { ActionLink } from '@/components/nhs/action-link'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { Table } from '@/components/nhs/table'
import { dueWords, UrgencyAndState } from '@/components/re-access/urgency-and-state'
import { pageRead } from '@/lib/accounts/page-read'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import type { ContactView } from '@/lib/re-access/contact'
import { CALLER_LABELS, REASON_LABELS } from '@/lib/re-access/labels'
import { listPatientContacts } from '@/lib/re-access/queries'

export const metadata: Metadata = { title: 'Contacts' }

type Props = { params: Promise<{ patientId: string }> }

export default async function PatientContactsPage({ params }: Props) {
  const { patientId } = await params
  const { contacts, mayRecord } = await pageRead((actor) => listPatientContacts(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <h1>Contacts</h1>
      {mayRecord ? <ActionLink href={routes.newContact(patientId)}>Record a contact</ActionLink> : null}
      {contacts.length > 0 ? (
        <Table
          caption="Who got in touch, newest first"
          captionSize="m"
          compact
          firstCellIsHeader
          columns={[{ label: 'When' }, { label: 'About' }, { label: 'Who' }, { label: 'Where it stands' }]}
          rows={contacts.map((contact) => ({ key: contact.id, cells: cellsOf(contact) }))}
        />
      ) : (
        <p>Nobody has got in touch about this person yet.</p>
      )}
    </Main>
  )
}

function cellsOf(contact: ContactView) {
  const { id, patientId, contactedAt, reason, caller } = contact
  return [
    formatInstantForStaff(contactedAt),
    <a href={routes.contact(patientId, id)} key="about">
      {REASON_LABELS[reason]}
      <span className="app-hidden"> on {formatInstantForStaff(contactedAt)}</span>
    </a>,
    CALLER_LABELS[caller],
    <span key="state">
      <UrgencyAndState contact={contact} />
      <br />
      {dueWords(contact)}
    </span>,
  ]
}
