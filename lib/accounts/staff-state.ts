import type { StaffState } from './staff-filter'

/** Whether somebody can log in: `disabled`, `invited` and still to set a password, or `active`. */
export function accountState(disabledAt: Date | null, hasUnusedInvitation: boolean): StaffState {
  if (disabledAt) return 'disabled'
  return hasUnusedInvitation ? 'invited' : 'active'
}

export const staffStateLabels: Readonly<Record<StaffState, string>> = {
  active: 'Active',
  invited: 'Invited',
  disabled: 'Disabled',
}
