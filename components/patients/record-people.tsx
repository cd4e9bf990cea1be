import { markup, type Markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
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
        <TrustedMarkup
          as="tbody"
          parts={[
            ...contacts.map(({ name, role, relationship, teamName, telephone }) =>
              rowOf(
                name,
                [KEY_CONTACT_ROLE_LABELS[role], relationship, teamName],
                telephone ?? 'Not recorded',
              ),
            ),
            ...teams.map(({ name, telephone }) => rowOf(name, ['Team'], telephone ?? 'Not recorded')),
            rowOf(
              practice?.name ?? 'Practice not known',
              ['General practice'],
              practice ? (practice.telephone ?? 'Not recorded') : '',
            ),
          ]}
        />
      </table>
      <p>
        <a href={routes.keyContacts(patientId)}>
          {may.changeContacts ? 'Change key contacts' : 'All key contacts'}
        </a>
      </p>
    </>
  )
}

function rowOf(who: string, asWhat: readonly (string | null)[], telephone: string): Markup {
  return markup`<tr><th scope="row">${who}</th><td>${asWhat.filter(Boolean).join(', ')}</td>
<td class="app-number">${telephone}</td></tr>`
}
