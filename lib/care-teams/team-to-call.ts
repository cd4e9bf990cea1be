import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'

/** A team as somebody outside would call it. @throws NotFound */
export async function teamToCall(
  tx: Tx,
  teamId: string,
): Promise<{ teamName: string; telephone: string | null }> {
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { name: true, telephone: true } })
  if (!team) throw new NotFound()
  return { teamName: team.name, telephone: team.telephone }
}

/** Who a letter is from: as `teamToCall`, with the organisation that the team is of. @throws NotFound */
export async function teamAsSender(
  tx: Tx,
  teamId: string,
): Promise<{ teamName: string; organisation: string; telephone: string | null }> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: { name: true, telephone: true, organisation: { select: { name: true } } },
  })
  if (!team) throw new NotFound()
  return { teamName: team.name, organisation: team.organisation.name, telephone: team.telephone }
}
