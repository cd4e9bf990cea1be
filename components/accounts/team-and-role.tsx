import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { teamRoleLabels } from '@/lib/care-teams/labels'
import { rolesInTeam } from '@/lib/care-teams/membership-rules'
import { TeamRole, type TeamKind } from '@/lib/platform/prisma-client/enums'

type Props = { teams: readonly { id: string; name: string; kind: TeamKind }[] }

/** The fields of a team to be given, and the role in it. Roles that fit none of the teams are not offered. */
export function TeamAndRole({ teams }: Props) {
  const roles = Object.values(TeamRole).filter((role) =>
    teams.some(({ kind }) => rolesInTeam(kind).includes(role)),
  )
  return (
    <>
      <Select
        name="teamId"
        label="Team"
        options={[
          { value: '', label: 'Choose a team' },
          ...teams.map((team) => ({ value: team.id, label: team.name })),
        ]}
      />
      <Radios
        name="role"
        label="Role in the team"
        items={roles.map((role) => ({ value: role, label: teamRoleLabels[role], hint: NOTES[role] }))}
      />
    </>
  )
}

const NOTES: Readonly<Record<TeamRole, string>> = {
  clinician: 'Everything that care needs, diagnoses and treatments included',
  support_worker: 'Assessments, care plans and actions; reads diagnoses and treatments',
  gp: 'Registered patients, the plans shared with the practice, and the actions asked of it',
}
