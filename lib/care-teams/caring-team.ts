import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'

/**
 * Of each of these patients the hospital or community team of an organisation that has had them in care longest; those whom
 * none has are left out.
 */
export async function findCaringTeams(
  tx: Tx,
  { patientIds, organisationId }: { patientIds: readonly string[]; organisationId: string },
): Promise<Map<string, string>> {
  if (patientIds.length === 0) return new Map()
  const care = await tx.$queryRaw<{ patientId: string; teamId: string }[]>`
    select distinct on (care.patient_id) care.patient_id as "patientId", care.team_id as "teamId"
    from care_relationship as care join team on team.id = care.team_id
    where care.patient_id = any (${[...patientIds]}::uuid[]) and care.started_on <= ${today()}::date
      and (care.ended_on is null or care.ended_on > ${today()}::date)
      and team.organisation_id = ${organisationId}::uuid and team.kind <> 'practice'
    order by care.patient_id, care.started_on, care.id`
  return new Map(care.map(({ patientId, teamId }) => [patientId, teamId]))
}

/** The team that answers for what another began: that one while it has the patient in care, else the hospital or community team that has had them longest; null where none has. */
export async function findAnsweringTeam(
  tx: Tx,
  { patientId, teamId }: { patientId: string; teamId: string },
): Promise<string | null> {
  const teams = await findAnsweringTeams(tx, { patientIds: [patientId], teamId })
  return teams.get(patientId) ?? null
}

/** `findAnsweringTeam` for several patients, by patient; those whom no team has are left out. */
export async function findAnsweringTeams(
  tx: Tx,
  { patientIds, teamId }: { patientIds: readonly string[]; teamId: string },
): Promise<Map<string, string>> {
  if (patientIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ patient_id: string; team_id: string | null }[]>`
    select id as patient_id, access.answering_team(${teamId}::uuid, id) as team_id
    from unnest(${[...patientIds]}::uuid[]) as id`
  return new Map(rows.flatMap(({ patient_id, team_id }) => (team_id ? [[patient_id, team_id] as const] : [])))
}
