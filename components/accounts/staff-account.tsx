import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { SubmissionId } from '@/components/nhs/submission-id'
import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import type { StaffMemberView } from '@/lib/accounts/staff-member'
import { staffStateLabels } from '@/lib/accounts/staff-state'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = { staff: StaffMemberView; enableAction: FormAction }

/** The account of a member of staff, and what an administrator may do with it. */
export function StaffAccount({ staff, enableAction }: Props) {
  return (
    <section aria-labelledby="account-heading">
      <h2 id="account-heading">Account</h2>
      <SummaryList rows={rowsOf(staff)} />
      {staff.isAdministeredAlone ? null : (
        <InsetText>
          <p>
            They work for another organisation too, so the account itself cannot be changed from here. Teams
            and roles of your organisation can.
          </p>
        </InsetText>
      )}
      {staff.isActor ? (
        <InsetText>
          <p>
            This is your own account: your teams, roles and access are for other administrators to decide.
          </p>
        </InsetText>
      ) : null}
      {staff.isAdministeredAlone && !staff.isActor ? (
        <Acts staff={staff} enableAction={enableAction} />
      ) : null}
    </section>
  )
}

function Acts({ staff, enableAction }: Props) {
  if (staff.state === 'disabled') {
    return (
      <ActionForm action={enableAction}>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <HiddenInput name="version" value={String(staff.version)} />
        <Button variant="secondary">Enable the account</Button>
      </ActionForm>
    )
  }
  return (
    <ul>
      <li>
        <a href={routes.inviteAgain(staff.id)}>Invite again</a>, for a lost password, telephone or link
      </li>
      <li>
        <a href={routes.disableStaff(staff.id)}>Disable the account</a>
      </li>
    </ul>
  )
}

function rowsOf(staff: StaffMemberView): SummaryRow[] {
  const change = staff.isAdministeredAlone
    ? (about: string) => ({ href: routes.editStaff(staff.id), label: 'Change', about })
    : () => undefined
  return [
    { label: 'Given name', value: staff.givenName || 'None', action: change('given name') },
    { label: 'Family name', value: staff.familyName, action: change('family name') },
    { label: 'Staff role', value: STAFF_ROLES.label(staff.staffRoleCode), action: change('staff role') },
    { label: 'Email address', value: staff.email },
    { label: 'State', value: stateWords(staff) },
    { label: 'Last changed', value: `${formatInstantForStaff(staff.updatedAt)} by ${staff.updatedBy}` },
  ]
}

function stateWords({ state, invitationEndsAt }: StaffMemberView): string {
  return state === 'invited' && invitationEndsAt
    ? `${staffStateLabels.invited}: the link is good until ${formatInstantForStaff(invitationEndsAt)}, and not used yet`
    : staffStateLabels[state]
}
