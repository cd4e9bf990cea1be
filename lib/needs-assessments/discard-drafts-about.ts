import 'server-only'
import type { Tx } from '@/lib/platform/database'

/**
 * Throws away what is in progress about a patient: all of it after a death, one team's when its care ends.
 *
 * @returns how many drafts there were
 */
export async function discardDraftsAbout(tx: Tx, patientId: string, teamId?: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ discarded: number }[]>`
    select access.discard_drafts(${patientId}::uuid, ${teamId ?? null}::uuid) as discarded`
  return row?.discarded ?? 0
}
