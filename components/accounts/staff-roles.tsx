import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import { Table } from '@/components/nhs/table'
import type { StaffMemberView } from '@/lib/accounts/staff-member'
import { organisationRoleLabels } from '@/lib/care-teams/labels'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = { staff: StaffMemberView; confirmAction: FormAction; endAction: FormAction }
type Role = StaffMemberView['roles'][number]

/** The roles that somebody holds for a whole organisation, each with its confirmation and its end. */
export function StaffRoles({ staff, confirmAction, endAction }: Props) {
  return (
    <section aria-labelledby="roles-heading">
      <h2 id="roles-heading">Roles in the organisation</h2>
      {staff.roles.length === 0 ? (
        <p>None.</p>
      ) : (
        <Table
          caption="Roles in the organisation"
          captionHidden
          compact
          columns={[
            { label: 'Role' },
            { label: 'Organisation' },
            { label: 'State' },
            { label: 'Act', labelHidden: true },
          ]}
          rows={staff.roles.map((role) => ({
            key: role.roleId,
            cells: [
              organisationRoleLabels[role.role],
              role.organisationName,
              stateWords(role),
              <div className="flex flex-wrap gap-x-4" key="act">
                {role.isForActor ? (
                  <RoleForm action={confirmAction} staffId={staff.id} role={role} label="Confirm" />
                ) : null}
                <RoleForm
                  action={endAction}
                  staffId={staff.id}
                  role={role}
                  label={role.isWaiting ? 'Withdraw' : 'End'}
                />
              </div>,
            ],
          }))}
        />
      )}
      {staff.isActor ? null : (
        <p>
          <a href={routes.giveRole(staff.id)}>Give a role</a>
        </p>
      )}
    </section>
  )
}

type FormProps = { action: FormAction; staffId: string; role: Role; label: string }

function RoleForm({ action, staffId, role, label }: FormProps) {
  return (
    <ActionForm action={action}>
      <SubmissionId />
      <HiddenInput name="staffId" value={staffId} />
      <HiddenInput name="roleId" value={role.roleId} />
      <Button variant="secondary" small>
        {label}
        <span className="sr-only"> {organisationRoleLabels[role.role]}</span>
      </Button>
    </ActionForm>
  )
}

function stateWords({ isWaiting, givenBy, isForActor }: Role): string {
  if (!isWaiting) return 'Counts now'
  return isForActor
    ? `Given by ${givenBy}. Waits for you or another administrator`
    : `Given by ${givenBy}. Waits for a second administrator`
}
