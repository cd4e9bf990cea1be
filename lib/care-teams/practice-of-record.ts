import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'

/** The id of the practice with this ODS code; null where it is not known here. */
export async function findPractice(tx: Tx, odsCode: string): Promise<string | null> {
  const team = await tx.team.findFirst({ where: { kind: 'practice', code: odsCode }, select: { id: true } })
  return team?.id ?? null
}

/** The ODS code of the practice that a person is registered with; null where nobody knows it. For who has no session. */
export async function practiceOfRecord(tx: Tx, patientId: string): Promise<string | null> {
  const day = toDatabaseDate(today())
  const care = await tx.careRelationship.findFirst({
    where: {
      patientId,
      startedOn: { lte: day },
      OR: [{ endedOn: null }, { endedOn: { gt: day } }],
      team: { kind: 'practice' },
    },
    orderBy: { startedOn: 'desc' },
    select: { team: { select: { code: true } } },
  })
  return care?.team.code ?? null
}
