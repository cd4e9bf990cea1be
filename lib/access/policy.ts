import {
  NOT_IN_EMERGENCY,
  OUTSIDE_CARE,
  UNDER_CARE,
  type PatientEntity,
  type Relation,
  type Role,
  type Verb,
} from './access-table'
import { IN_OWN_TEAM_OR_ORGANISATION, type OwnEntity } from './own-access-table'
import type { Actor } from './actor'
import { BY_LINK, type LinkStanding } from './link-table'

/** Why something is refused: stable codes, for tests, the audit and the words shown. */
export type RefusalReason =
  | 'not_under_care'
  | 'role_may_not'
  | 'emergency_is_read_only'
  | 'no_role'
  | 'link_may_not'
  | `link_${Exclude<LinkStanding, 'current'>}`

export type Decision = { allowed: true } | { allowed: false; reason: RefusalReason }

const ALLOWED: Decision = { allowed: true }

/** How one or more roles stand to one patient. `roles` are those held in the teams that make the relation. */
export type Standing = { relation: Relation; roles: readonly Role[] }

/** Whether an actor of this standing may do this to something of the patient's. Closed by default. */
export function mayUnderCare(standing: Standing, entity: PatientEntity, verb: Verb): Decision {
  if (standing.roles.length === 0) return refused('no_role')
  if (standing.roles.some((role) => cellsFor(standing.relation, entity, role).includes(verb))) return ALLOWED
  if (standing.relation === 'emergency') return refused('emergency_is_read_only')
  return refused(standing.relation === 'care' ? 'role_may_not' : 'not_under_care')
}

/** Whether somebody holding these roles may do this in their own team or organisation. */
export function mayInOwn(roles: readonly Role[], entity: OwnEntity, verb: Verb): Decision {
  if (roles.length === 0) return refused('no_role')
  const cells: Partial<Record<Role, readonly Verb[]>> = IN_OWN_TEAM_OR_ORGANISATION[entity]
  return roles.some((role) => cells[role]?.includes(verb)) ? ALLOWED : refused('role_may_not')
}

/** Whether who came by a link may do this to the one document that it opens. */
export function mayByLink(standing: LinkStanding, entity: PatientEntity, verb: Verb): Decision {
  if (BY_LINK[standing][entity]?.includes(verb)) return ALLOWED
  const isNeverAllowed = !BY_LINK.current[entity]?.includes(verb)
  return refused(standing === 'current' || isNeverAllowed ? 'link_may_not' : `link_${standing}`)
}

/** Every role the actor holds anywhere. */
export function rolesOf(actor: Actor): Role[] {
  return [...new Set([...actor.memberships, ...actor.organisationRoles].map((held) => held.role))]
}

function cellsFor(relation: Relation, entity: PatientEntity, role: Role): readonly Verb[] {
  const underCare: Partial<Record<Role, readonly Verb[]>> = UNDER_CARE[entity]
  if (relation === 'care') return underCare[role] ?? []
  if (relation === 'emergency') return isReadInEmergency(role, entity, underCare[role]) ? ['read'] : []
  const outside: Partial<
    Record<Relation, Partial<Record<PatientEntity, Partial<Record<Role, readonly Verb[]>>>>>
  > = OUTSIDE_CARE
  return outside[relation]?.[entity]?.[role] ?? []
}

function isReadInEmergency(role: Role, entity: PatientEntity, underCare: readonly Verb[] = []): boolean {
  return underCare.includes('read') && !NOT_IN_EMERGENCY[role]?.includes(entity)
}

function refused(reason: RefusalReason): Decision {
  return { allowed: false, reason }
}
