import type { OrganisationRoleKind, TeamKind, TeamRole } from '@/lib/platform/prisma-client/enums'

/** A team that the actor works in, and as what. */
export type Membership = {
  teamId: string
  teamCode: string
  teamName: string
  teamKind: TeamKind
  organisationId: string
  role: TeamRole
}

export type HeldRole = { organisationId: string; organisationName: string; role: OrganisationRoleKind }

/**
 * Who is asking: the first argument of every query and command. Made from the session row at each request
 * (lib/accounts/current-actor.ts), so that a change of role or team counts from the next one.
 */
export type Actor = {
  staffId: string
  sessionId: string
  givenName: string
  familyName: string
  /** COSD CR7950. */
  staffRoleCode: string
  sessionExpiresAt: Date
  memberships: Membership[]
  organisationRoles: HeldRole[]
  /** Set while a form is being handled: its repeat gets the first result again. */
  submission?: { id: string; action: string }
}

/** The teams in which the actor has one of the roles. */
export function teamsAs(actor: Actor, ...roles: TeamRole[]): Membership[] {
  return actor.memberships.filter((membership) => roles.includes(membership.role))
}

/** Whether the actor works in a hospital or community team. */
export function isClinical(actor: Actor): boolean {
  return teamsAs(actor, 'clinician', 'support_worker').length > 0
}

/** Whether the actor works in a practice. */
export function isPractice(actor: Actor): boolean {
  return teamsAs(actor, 'gp').length > 0
}

/** The organisations the actor administers. */
export function administeredOrganisations(actor: Actor): string[] {
  return actor.organisationRoles.filter((held) => held.role === 'admin').map((held) => held.organisationId)
}
