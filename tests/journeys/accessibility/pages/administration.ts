import { routes } from '@/lib/platform/routes'
import { admin, pressing, type AccessiblePage } from './accessible-page'

/** Staff, teams and the help library. */
export const ADMINISTRATION_PAGES: readonly AccessiblePage[] = [
  { route: '/admin/staff', by: admin, address: routes.staffList },
  { route: '/admin/staff/invite', by: admin, address: routes.inviteStaff, mistake: pressing('Invite') },
  { route: '/admin/staff/roles', by: admin, address: routes.rolesToConfirm },
  {
    route: '/admin/staff/[staffId]',
    by: admin,
    address: ({ colleague }) => routes.staffMember(colleague.staffId),
  },
  {
    route: '/admin/staff/[staffId]/edit',
    by: admin,
    address: ({ colleague }) => routes.editStaff(colleague.staffId),
    mistake: pressing('Save', 'Family name'),
  },
  {
    route: '/admin/staff/[staffId]/give-team',
    by: admin,
    address: ({ colleague }) => routes.giveTeam(colleague.staffId),
    mistake: pressing('Give the team'),
  },
  {
    route: '/admin/staff/[staffId]/give-role',
    by: admin,
    address: ({ colleague }) => routes.giveRole(colleague.staffId),
    mistake: pressing('Give the role'),
  },
  {
    route: '/admin/staff/[staffId]/invite-again',
    by: admin,
    address: ({ colleague }) => routes.inviteAgain(colleague.staffId),
  },
  {
    route: '/admin/staff/[staffId]/disable',
    by: admin,
    address: ({ colleague }) => routes.disableStaff(colleague.staffId),
  },
  { route: '/admin/teams', by: admin, address: routes.teamList },
  {
    route: '/admin/teams/[teamId]',
    by: admin,
    address: ({ teamId }) => routes.team(teamId),
    mistake: async (page) => {
      await page
        .getByRole('textbox', { name: /after diagnosis/i })
        .first()
        .fill('0')
      await pressing('Save')(page)
    },
  },
  { route: '/admin/help-library', by: admin, address: routes.helpLibrary },
  {
    route: '/admin/help-library/new',
    by: admin,
    address: routes.newHelpEntry,
    mistake: pressing('Add help'),
  },
  {
    route: '/admin/help-library/[entryId]',
    by: admin,
    address: ({ helpEntryId }) => routes.helpEntry(helpEntryId),
    mistake: pressing('Save help', 'Title'),
  },
]
