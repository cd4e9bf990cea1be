import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { Main } from '@/components/nhs/main'
import { Table } from '@/components/nhs/table'
import { pageRead } from '@/lib/accounts/page-read'
import { teamKindLabels } from '@/lib/care-teams/labels'
import { listAdministeredTeams } from '@/lib/care-teams/queries'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Teams' }

export default async function TeamsPage() {
  const teams = await pageRead(listAdministeredTeams)
  return (
    <Main>
      <h1>Teams</h1>
      <AdministrationLinks current="teams" />
      {teams.length === 0 ? (
        <p>Your organisation has no team yet. Teams are added with the reference data, by the operator.</p>
      ) : (
        <Table
          caption="Teams of your organisation, by name"
          compact
          firstCellIsHeader
          columns={[
            { label: 'Team' },
            { label: 'Kind' },
            { label: 'Organisation' },
            { label: 'Telephone' },
            { label: 'People', numeric: true },
          ]}
          rows={teams.map((team) => ({
            key: team.id,
            cells: [
              <a href={routes.team(team.id)} key="team">
                {team.name}
              </a>,
              teamKindLabels[team.kind],
              team.organisationName,
              team.telephone ?? 'Not recorded',
              team.memberCount,
            ],
          }))}
        />
      )}
    </Main>
  )
}
