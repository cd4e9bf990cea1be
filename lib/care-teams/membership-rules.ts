import { TeamRole, type OrganisationRoleKind, type TeamKind } from '@/lib/platform/prisma-client/enums'

/** The roles that can be held in a team of this kind: practices have their own, the others share theirs. */
export function rolesInTeam(kind: TeamKind): TeamRole[] {
  return Object.values(TeamRole).filter((role) => (role === TeamRole.gp) === (kind === 'practice'))
}

/** Roles that open people's data or the giving of roles count only once a second administrator has confirmed them. */
export function needsSecondAdministrator(role: OrganisationRoleKind): boolean {
  return role !== 'programme_lead'
}

/** A role that was given and waits. */
type GivenRole = {
  staffId: string
  givenById: string | null
  role: OrganisationRoleKind
  isConfirmed: boolean
}

/** Whether this administrator may be the second: neither the one who gave the role nor the one who gets it. */
export function mayConfirm(given: GivenRole, administratorId: string): boolean {
  return (
    needsSecondAdministrator(given.role) &&
    !given.isConfirmed &&
    given.givenById !== null &&
    given.givenById !== administratorId &&
    given.staffId !== administratorId
  )
}
