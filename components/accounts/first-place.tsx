import { Radios } from '@/components/nhs/radios'
import type { HeldRole } from '@/lib/access/actor'
import type { TeamKind } from '@/lib/platform/prisma-client/enums'
import { OrganisationAndRole } from './organisation-and-role'
import { TeamAndRole } from './team-and-role'

type Props = {
  teams: readonly { id: string; name: string; kind: TeamKind }[]
  organisations: readonly HeldRole[]
}

/** What a new account begins with: a team and its patients, or a role for which none is needed. */
export function FirstPlace({ teams, organisations }: Props) {
  return (
    <Radios
      name="firstPlace"
      label="What do they begin with?"
      value="team"
      items={[
        {
          value: 'team',
          label: 'A team',
          hint: 'They see the patients whom the team has in care',
          conditional: <TeamAndRole teams={teams} />,
        },
        {
          value: 'organisation',
          label: 'A role in the organisation, and no team',
          hint: 'They see no patients by it',
          conditional: <OrganisationAndRole name="organisationRole" organisations={organisations} />,
        },
      ]}
    />
  )
}
