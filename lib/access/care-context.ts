import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { TeamKind, TeamRole } from '@/lib/platform/prisma-client/enums'
import type { PatientEntity, Verb } from './access-table'
import type { OwnEntity } from './own-access-table'
import { isClinical, type Actor } from './actor'
import { mayInOwn, mayUnderCare, rolesOf, type Standing } from './policy'

/** The actor's standing to one patient, with the teams that make it. */
export type CareContext = Standing & {
  patientId: string
  teams: { teamId: string; teamKind: TeamKind; organisationId: string; role: TeamRole }[]
}

/**
 * Opens one patient for one purpose: the first line of every command and query about a patient.
 *
 * @throws NotFound if there is no such patient or the actor has no standing to them: the two look the same
 * @throws NotAllowed if the actor has a standing, but not for this
 */
export async function openPatient(
  tx: Tx,
  actor: Actor,
  patientId: string,
  purpose: [entity: PatientEntity, verb: Verb],
): Promise<CareContext> {
  const context = isUuid(patientId) ? await standingOf(tx, actor, patientId) : null
  if (!context) throw new NotFound()
  permit(context, ...purpose)
  return context
}

/** Asks for one more purpose on a patient that is open. @throws NotAllowed */
export function permit(context: CareContext, entity: PatientEntity, verb: Verb): void {
  const decision = mayUnderCare(context, entity, verb)
  if (!decision.allowed) throw new NotAllowed(decision.reason, context.patientId)
}

/** Asks for something that is about no one patient. @throws NotAllowed */
export function permitInOwn(actor: Actor, entity: OwnEntity, verb: Verb): void {
  const decision = mayInOwn(rolesOf(actor), entity, verb)
  if (!decision.allowed) throw new NotAllowed(decision.reason)
}

/**
 * The hospital or community team for which the actor acts on this patient.
 *
 * @param wanted a team the actor chose; without it, the first of theirs that has the patient in care
 * @throws NotFound if the actor has no such team with the patient in care
 */
export function actingTeam(context: CareContext, wanted?: string): string {
  const clinical = context.teams.filter((team) => team.role !== 'gp')
  const team = wanted ? clinical.find(({ teamId }) => teamId === wanted) : clinical[0]
  if (!team) throw new NotFound()
  return team.teamId
}

async function standingOf(tx: Tx, actor: Actor, patientId: string): Promise<CareContext | null> {
  const rows = await tx.$queryRaw<
    { team_id: string; team_kind: TeamKind; organisation_id: string; role: TeamRole }[]
  >`select team_id, team_kind::text, organisation_id, role::text from access.my_care(${patientId}::uuid)`
  const teams = rows.map((row) => ({
    teamId: row.team_id,
    teamKind: row.team_kind,
    organisationId: row.organisation_id,
    role: row.role,
  }))
  if (teams.length > 0) return { patientId, relation: 'care', roles: teams.map((team) => team.role), teams }
  if (!(await isOpenedInEmergency(tx, patientId))) return null
  const roles = actor.memberships
    .map(({ role }) => role)
    .filter((role) => role !== 'gp' || !isClinical(actor))
  return { patientId, relation: 'emergency', roles, teams: [] }
}

async function isOpenedInEmergency(tx: Tx, patientId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { open: boolean }[]
  >`select ${patientId}::uuid = any (access.my_emergency_patients()) as open`
  return row?.open ?? false
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether the text can be an id at all; one that cannot is simply not found. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
