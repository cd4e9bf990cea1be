import { Table } from '@/components/nhs/table'
import type { KeyContact } from '@/lib/care-teams/key-contact'
import { KEY_CONTACT_ROLE_LABELS } from '@/lib/care-teams/key-contact-labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; caption: string; contacts: readonly KeyContact[]; mayChange: boolean }

/** Contacts with how to reach them, since when, and what can be done. */
export function KeyContactsTable({ patientId, caption, contacts, mayChange }: Props) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      compact
      firstCellIsHeader
      columns={[
        { label: 'Who' },
        { label: 'As what' },
        { label: 'How to reach them' },
        { label: 'When' },
        ...(mayChange ? [{ label: 'Actions', labelHidden: true }] : []),
      ]}
      rows={contacts.map((contact) => ({
        key: contact.id,
        cells: [
          contact.name,
          [KEY_CONTACT_ROLE_LABELS[contact.role], contact.relationship, contact.teamName]
            .filter(Boolean)
            .join(', '),
          [contact.telephone, contact.email].filter(Boolean).join(', ') || 'Not recorded',
          whenWords(contact),
          ...(mayChange ? [<Actions patientId={patientId} contact={contact} key="actions" />] : []),
        ],
      }))}
    />
  )
}

function whenWords({ startedOn, endedOn }: KeyContact): string {
  const start = formatDateForStaff(startedOn)
  return endedOn ? `${start} to ${formatDateForStaff(endedOn)}` : `since ${start}`
}

function Actions({ patientId, contact: { id, name } }: { patientId: string; contact: KeyContact }) {
  return (
    <>
      <a href={routes.keyContact(patientId, id)}>
        Change<span className="app-hidden"> {name}</span>
      </a>{' '}
      <a href={routes.endKeyContact(patientId, id)}>
        End<span className="app-hidden"> {name}</span>
      </a>
    </>
  )
}
