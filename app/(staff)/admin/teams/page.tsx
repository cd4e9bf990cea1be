import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { TeamTable } from '@/components/accounts/team-table'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { listAdministeredTeams } from '@/lib/care-teams/queries'

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
        <TeamTable teams={teams} />
      )}
    </Main>
  )
}
