import { KEY_CONTACT_ROLE_LABELS } from '@/lib/care-teams/key-contact-labels'
import type { RecordView } from '@/lib/patients/record/record-view'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; record: RecordView }

/** Whom the person, and whoever cares for them, can turn to; the teams that care; the practice. */
export function RecordPeople({ patientId, record: { contacts, teams, practice, may } }: Props) {
  return (
    <>
      <h2 className="text-2xl">People</h2>
      <table className="app-list">
        <caption>Key contacts, teams and practice</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">As what</th>
            <th scope="col">Telephone</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map(({ id, name, role, relationship, teamName, telephone }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                {KEY_CONTACT_ROLE_LABELS[role]}
                {[relationship, teamName].filter(Boolean).map((more) => `, ${more}`)}
              </td>
              <td className="app-number">{telephone ?? 'Not recorded'}</td>
            </tr>
          ))}
          {teams.map(({ id, name, telephone }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>Team</td>
              <td className="app-number">{telephone ?? 'Not recorded'}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{practice?.name ?? 'Practice not known'}</th>
            <td>General practice</td>
            <td className="app-number">{practice ? (practice.telephone ?? 'Not recorded') : null}</td>
          </tr>
        </tbody>
      </table>
      <p>
        <a href={routes.keyContacts(patientId)}>
          {may.changeContacts ? 'Change key contacts' : 'All key contacts'}
        </a>
      </p>
    </>
  )
}
