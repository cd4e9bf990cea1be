import 'server-only'
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
  const others = pathways.filter(({ row }) => teamOf.get(row.id) !== row.teamId)
  if (others.length === 0) return [...pathways]
  const teams = await tx.team.findMany({
    where: { id: { in: others.flatMap(({ row }) => teamOf.get(row.id) ?? []) } },
    select: { id: true, name: true, telephone: true },
  })
  return pathways.flatMap((pathway) => {
    const { row } = pathway
    const teamId = teamOf.get(row.id)
    if (teamId === row.teamId) return [pathway]
    const team = teams.find(({ id }) => id === teamId)
    return team ? [{ ...pathway, row: { ...row, teamId: team.id, team: { ...row.team, ...team } } }] : []
  })
}
