import { PersonInRow } from '@/components/patients/person-in-row'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { CALLER_LABELS, CHANNEL_LABELS, REASON_LABELS } from '@/lib/re-access/labels'
import type { ListedContact } from '@/lib/re-access/list-contacts'
import { dueWords, UrgencyAndState } from './urgency-and-state'

type Props = { caption: string; contacts: readonly ListedContact[] }

/** Contacts of many people: who, what about, where it stands. */
export function ContactRows({ caption, contacts }: Props) {
  const isOfSeveral = new Set(contacts.map(({ team }) => team.id)).size > 1
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Contact</th>
          <th scope="col">Where it stands</th>
          {isOfSeveral ? <th scope="col">With</th> : null}
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => (
          <tr key={contact.id}>
            <th scope="row">
              <PersonInRow person={contact.person} href={routes.patient(contact.patientId)} />
            </th>
            <td>
              <a href={routes.contact(contact.patientId, contact.id)}>
                {REASON_LABELS[contact.reason]}
                <span className="app-hidden"> of {contact.person.name}</span>
              </a>
              <br />
              {CALLER_LABELS[contact.caller]}, {CHANNEL_LABELS[contact.channel].toLowerCase()},{' '}
              <span className="app-number">{formatInstantForStaff(contact.contactedAt)}</span>
            </td>
            <td>
              <UrgencyAndState contact={contact} />
              <br />
              <span className="app-number">{dueWords(contact)}</span>
            </td>
            {isOfSeveral ? <td data-label="With">{contact.team.name}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
