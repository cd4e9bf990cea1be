import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'

const NO_TEAM = 'No hospital team has the person in care any more'

/** Ends all that is asked about a patient, or one request, for anybody who has the patient in care. @returns how many */
export async function endUnsettled(
  tx: Tx,
  { patientId, requestId = null, why }: { patientId: string; requestId?: string | null; why: string },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ ended: number }[]>`
    select access.end_practice_requests(${patientId}::uuid, ${requestId}::uuid, ${why}, ${today()}::date) as ended`
  return row?.ended ?? 0
}

/** Ends a request that came back to nobody. */
export async function endWithoutTeam(tx: Tx, request: { id: string; patientId: string }): Promise<void> {
  await endUnsettled(tx, { patientId: request.patientId, requestId: request.id, why: NO_TEAM })
}
