import type { FirstPage } from '@/lib/cancer-care-reviews/first-page'
import { KEY_CONTACT_ROLE_LABELS } from '@/lib/care-teams/key-contact-labels'

/** Whom to call, with the telephone. */
export function FirstPagePeople({ contacts, teams }: Pick<FirstPage, 'contacts' | 'teams'>) {
  return (
    <section>
      <h2 className="text-2xl">Whom to call</h2>
      {contacts.length + teams.length === 0 ? (
        <p>No key contact is recorded, and no hospital team has the person in care.</p>
      ) : (
        <table className="app-list">
          <caption>Key contacts and hospital teams</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">As what</th>
              <th scope="col">Telephone</th>
            </tr>
          </thead>
          <tbody>
            {contacts.map(({ id, name, role, relationship, telephone }) => (
              <Row
                key={id}
                name={name}
                as={[KEY_CONTACT_ROLE_LABELS[role], relationship].filter(Boolean).join(', ')}
                telephone={telephone}
              />
            ))}
            {teams.map(({ id, name, telephone }) => (
              <Row key={id} name={name} as="Hospital team" telephone={telephone} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ name, as, telephone }: { name: string; as: string; telephone: string | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{as}</td>
      <td className="app-number">
        {telephone ? <a href={`tel:${telephone.replace(/\s/g, '')}`}>{telephone}</a> : 'Not recorded'}
      </td>
    </tr>
  )
}
