import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'

/** The hospital or community team of an organisation that has had the patient in care longest; null where none has. */
export async function findCaringTeam(
  tx: Tx,
  { patientId, organisationId }: { patientId: string; organisationId: string },
): Promise<string | null> {
  const day = toDatabaseDate(today())
  const care = await tx.careRelationship.findFirst({
    where: {
      patientId,
      startedOn: { lte: day },
      OR: [{ endedOn: null }, { endedOn: { gt: day } }],
      team: { organisationId, kind: { not: 'practice' } },
    },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
    select: { teamId: true },
  })
  return care?.teamId ?? null
}
