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

/** The team that answers for what another began: that one while it has the patient in care, else the hospital or community team that has had them longest; null where none has. */
export async function findAnsweringTeam(
  tx: Tx,
  { patientId, teamId }: { patientId: string; teamId: string },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ team_id: string | null }[]>`
    select access.answering_team(${teamId}::uuid, ${patientId}::uuid) as team_id`
  return row?.team_id ?? null
}
