import 'server-only'
import { teamToCall } from '@/lib/care-teams/team-to-call'
import type { Tx } from '@/lib/platform/database'
import type { KnownPathway } from './read-pathways'

/**
 * Pathways as letters about them are written now: from their team while it has the person in care, else from the one that
 * answers for it. Without those that no team answers for: nobody may write, and nobody would be there to ring back.
 */
export async function fromAnsweringTeams(tx: Tx, pathways: readonly KnownPathway[]): Promise<KnownPathway[]> {
  const ids = pathways.map(({ row }) => row.id)
  const answering = await tx.$queryRaw<{ id: string; team_id: string | null }[]>`
    select id, access.answering_team(team_id, patient_id) as team_id
    from follow_up_pathway where id = any (${ids}::uuid[])`
  const teamOf = new Map(answering.map(({ id, team_id }) => [id, team_id]))
  const changed = new Map<string, KnownPathway['row']['team']>()
  for (const { row } of pathways) {
    const teamId = teamOf.get(row.id)
    if (!teamId || teamId === row.teamId) continue
    const { teamName: name, telephone } = await teamToCall(tx, teamId)
    changed.set(row.id, { ...row.team, id: teamId, name, telephone })
  }
  return pathways.flatMap((pathway) => {
    const { row } = pathway
    const teamId = teamOf.get(row.id)
    const team = changed.get(row.id)
    if (!teamId) return []
    return [team ? { ...pathway, row: { ...row, teamId, team } } : pathway]
  })
}
