import { teamKindLabels } from '@/lib/care-teams/labels'
import type { TeamRow } from '@/lib/care-teams/queries'
import { routes } from '@/lib/platform/routes'

/** The teams that somebody administers. */
export function TeamTable({ teams }: { teams: readonly TeamRow[] }) {
  return (
    <table className="app-list">
      <caption>Teams of your organisation, by name</caption>
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Kind</th>
          <th scope="col">Telephone</th>
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              <a href={routes.team(team.id)}>{team.name}</a>
              <small>{team.organisationName}</small>
            </th>
            <td data-label="Kind">{teamKindLabels[team.kind]}</td>
            <td data-label="Telephone">{team.telephone ?? 'Not recorded'}</td>
            <td data-label="People">{team.memberCount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
