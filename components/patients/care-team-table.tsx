import { Table } from '@/components/nhs/table'
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

/** Who has somebody in care, and the way to end that for teams of the actor's own. */
export function CareTeamTable({ patientId, teams }: { patientId: string; teams: readonly CareTeamMember[] }) {
  return (
    <Table
      caption="In care with"
      captionHidden
      firstCellIsHeader
      columns={[
        { label: 'Team' },
        { label: 'Telephone' },
        { label: 'Since' },
        { label: 'By' },
        { label: 'Change', labelHidden: true },
      ]}
      rows={teams.map(({ teamId, name, kind, telephone, startedOn, basis, isMine }) => ({
        key: teamId,
        cells: [
          name,
          telephone ?? 'Not recorded',
          formatDateForStaff(startedOn),
          BASIS_WORDS[basis],
          isMine && kind !== 'practice' ? (
            <a href={routes.endCare(patientId, teamId)} key="end">
              End care<span className="app-hidden"> with {name}</span>
            </a>
          ) : null,
        ],
      }))}
    />
  )
}
