import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import { Table } from '@/components/nhs/table'
import type { StaffMemberView } from '@/lib/accounts/staff-member'
import { teamRoleLabels } from '@/lib/care-teams/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = { staff: StaffMemberView; endAction: FormAction }

/** The teams that somebody works in, each with its end. */
export function StaffTeams({ staff, endAction }: Props) {
  return (
    <section aria-labelledby="teams-heading">
      <h2 id="teams-heading">Teams</h2>
      {staff.teams.length === 0 ? (
        <p>No team of your organisation now.</p>
      ) : (
        <Table
          caption="Teams"
          captionHidden
          compact
          columns={[
            { label: 'Team' },
            { label: 'Role' },
            { label: 'Since' },
            { label: 'End it', labelHidden: true },
          ]}
          rows={staff.teams.map((team) => ({
            key: team.membershipId,
            cells: [
              <a href={routes.team(team.teamId)} key="team">
                {team.name}
              </a>,
              teamRoleLabels[team.role],
              formatDateForStaff(team.startedOn),
              <ActionForm action={endAction} key="end">
                <SubmissionId />
                <HiddenInput name="staffId" value={staff.id} />
                <HiddenInput name="membershipId" value={team.membershipId} />
                <Button variant="secondary" small>
                  End
                  <span className="sr-only"> {team.name}</span>
                </Button>
              </ActionForm>,
            ],
          }))}
        />
      )}
      {staff.isActor ? null : (
        <p>
          <a href={routes.giveTeam(staff.id)}>Give a team</a>
        </p>
      )}
    </section>
  )
}
