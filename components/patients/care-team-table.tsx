import type { CareTeamMember } from '@/lib/care-teams/care-team'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { CareRelationshipBasis } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'

const BASIS_WORDS: Readonly<Record<CareRelationshipBasis, string>> = {
  registration: 'Registered',
  import: 'Hospital’s list',
  referral: 'Referral',
  transfer: 'Transfer',
}

type Props = { patientId: string; teams: readonly CareTeamMember[] }

/** Who has somebody in care, and the way to end that for teams of the actor's own. */
export function CareTeamTable({ patientId, teams }: Props) {
  return (
    <table className="app-list">
      <caption>{teams.length === 1 ? '1 team' : `${teams.length} teams`}</caption>
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Telephone</th>
          <th scope="col">Since</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {teams.map(({ teamId, name, kind, telephone, startedOn, basis, isMine }) => (
          <tr key={teamId}>
            <th scope="row">
              <strong>{name}</strong>
              {isMine && kind !== 'practice' ? (
                <>
                  <br />
                  <a href={routes.endCare(patientId, teamId)}>
                    End care<span className="app-hidden"> with {name}</span>
                  </a>
                </>
              ) : null}
            </th>
            <td className="app-number" data-label="Telephone">
              {telephone ?? 'Not recorded'}
            </td>
            <td className="app-number" data-label="Since">
              {formatDateForStaff(startedOn)}
            </td>
            <td data-label="By">{BASIS_WORDS[basis]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
